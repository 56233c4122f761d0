package io.gradlab.nn.plot;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** A program that opens the window, waits until a chart's line can be seen on the screen, and says so. */
final class WindowProbe {
    private static final int PATIENCE = 300; // looks, a tenth of a second apart

    private WindowProbe() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true"); // as the launcher's entry does
        Optional<PictureWindow> window = PictureWindow.open("probe");
        if (window.isEmpty()) {
            System.out.println("no window");
            return;
        }
        int before = blue();
        window.get().show(List.of(LineChart.of("t", "x", "y").with("a", new double[] {0, 1, 2}, new double[] {0, 1, 0
        })));
        for (int look = 0; look < PATIENCE && blue() == before; look++) {
            Thread.sleep(100);
        }
        System.out.println(before + " then " + (blue() > 300 ? "seen" : "not seen"));
        window.get().close();
        System.exit(0);
    }

    /** Returns how many pixels of the screen have the first line's colour. */
    private static int blue() throws Exception {
        BufferedImage screen = new Robot()
                .createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
        Color wanted = Theme.colour(0);
        int count = 0;
        for (int y = 0; y < screen.getHeight(); y++) {
            for (int x = 0; x < screen.getWidth(); x++) {
                count += screen.getRGB(x, y) == wanted.getRGB() ? 1 : 0;
            }
        }
        return count;
    }
}
