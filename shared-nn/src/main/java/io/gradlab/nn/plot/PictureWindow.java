package io.gradlab.nn.plot;

import java.awt.AWTError;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.GridLayout;
import java.awt.HeadlessException;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** A window with pictures side by side, as they would be saved; any thread may call. */
public final class PictureWindow implements AutoCloseable {
    private static final String HEADLESS = "java.awt.headless";
    private static final int PANEL_WIDTH = 640;
    private static final int PANEL_HEIGHT = 420;
    private static final int GAP = 8;

    private final JFrame frame = new JFrame();
    private final JPanel panels = new JPanel(new GridLayout(1, 0, GAP, GAP));

    private boolean shown; // once it was, a user may have closed it

    private PictureWindow(String title) {
        frame.setTitle(title);
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        panels.setBackground(Theme.PAPER);
        panels.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        frame.add(panels, BorderLayout.CENTER);
    }

    /**
     * Opens an empty window; empty where there is no screen. Commands run without one as long as nobody asks, so this has to
     * come before the first picture of the process is drawn.
     */
    public static Optional<PictureWindow> open(String title) {
        System.setProperty(HEADLESS, "false");
        try {
            if (GraphicsEnvironment.getLocalGraphicsEnvironment().isHeadlessInstance()) {
                return Optional.empty();
            }
            return Optional.of(new PictureWindow(title));
        } catch (HeadlessException | AWTError | LinkageError e) {
            return Optional.empty(); // no DISPLAY, none at its address, or a JDK without windows
        }
    }

    /** Shows the pictures in place of those before; the first call makes the window visible. */
    public void show(List<Picture> pictures) {
        List<BufferedImage> images = pictures.stream().map(Picture::draw).toList();
        SwingUtilities.invokeLater(() -> {
            panels.removeAll();
            for (int i = 0; i < images.size(); i++) {
                panels.add(new Panel(images.get(i), pictures.get(i).altText()));
            }
            panels.revalidate();
            panels.repaint();
            if (!shown) {
                shown = true;
                frame.pack();
                frame.setLocationByPlatform(true);
                frame.setVisible(true);
            }
        });
    }

    /** Sets the window's title. */
    public void title(String title) {
        SwingUtilities.invokeLater(() -> frame.setTitle(title));
    }

    @Override
    public void close() {
        SwingUtilities.invokeLater(frame::dispose);
    }

    /** A picture in as much room as there is, with its words for screen readers. */
    private static final class Panel extends JLabel {
        private static final long serialVersionUID = 1;

        private final transient BufferedImage image;

        Panel(BufferedImage image, String words) {
            this.image = image;
            setPreferredSize(new Dimension(PANEL_WIDTH, PANEL_HEIGHT));
            getAccessibleContext().setAccessibleName(words);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            double scale = Math.min((double) getWidth() / image.getWidth(), (double) getHeight() / image.getHeight());
            int width = (int) (scale * image.getWidth());
            int height = (int) (scale * image.getHeight());
            Graphics2D canvas = (Graphics2D) graphics;
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.drawImage(image, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
        }
    }
}
