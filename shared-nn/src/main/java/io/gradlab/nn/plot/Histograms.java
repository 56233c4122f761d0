package io.gradlab.nn.plot;

import io.gradlab.nn.metric.Csv;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Histograms in a grid of two columns, one or more samples in each panel, as shares of the sample in bins of equal width.
 *
 * @param title one line
 * @param quantity what the numbers are, the unit in brackets at the end
 * @param panels row by row
 */
public record Histograms(String title, String quantity, List<Panel> panels) implements Picture {
    private static final int COLUMNS = 2;
    private static final int PANEL_HEIGHT = 216;
    private static final int AXES = 62; // left of a panel

    /** Samples that share their axes. */
    public record Panel(String name, List<Sample> samples) {
        /** Keeps its own copy of the list. */
        public Panel {
            samples = List.copyOf(samples);
        }
    }

    /** Named numbers; those that are not finite are left out. */
    public record Sample(String name, float[] values) {}

    /** Keeps its own copy of the list. */
    public Histograms {
        panels = List.copyOf(panels);
    }

    @Override
    public String toCsv() {
        Csv csv = new Csv().row("panel", "sample", "from", "to", "count");
        for (Panel panel : panels) {
            Bins bins = Bins.of(panel.samples());
            for (Sample sample : panel.samples()) {
                int[] counts = bins.counts(sample.values());
                for (int bin = 0; bin < counts.length; bin++) {
                    csv.row(
                            panel.name(),
                            sample.name(),
                            Csv.number(bins.edge(bin)),
                            Csv.number(bins.edge(bin + 1)),
                            Integer.toString(counts[bin]));
                }
            }
        }
        return csv.toString();
    }

    @Override
    public String altText() {
        List<String> ranges = new ArrayList<>();
        for (Panel panel : panels) {
            Bins bins = Bins.of(panel.samples());
            ranges.add(panel.name() + " from " + Numbers.text(bins.low(), 3) + " to " + Numbers.text(bins.high(), 3));
        }
        return "Histograms: " + title + ", " + quantity + "; " + String.join(", ", ranges) + ".";
    }

    @Override
    public BufferedImage draw() {
        int rows = Math.max(1, (panels.size() + COLUMNS - 1) / COLUMNS);
        SwatchLegend legend = new SwatchLegend(names().size() > 1 ? names() : List.of());
        Canvas canvas = new Canvas(Theme.WIDTH, 48 + rows * PANEL_HEIGHT + legend.height() + Theme.MARGIN / 2);
        int top = canvas.title(title);
        int width = (Theme.WIDTH - 2 * Theme.MARGIN) / COLUMNS;
        for (int i = 0; i < panels.size(); i++) {
            drawPanel(
                    canvas, panels.get(i), Theme.MARGIN + i % COLUMNS * width, top + i / COLUMNS * PANEL_HEIGHT, width);
        }
        legend.draw(canvas, top + rows * PANEL_HEIGHT);
        return canvas.image();
    }

    private void drawPanel(Canvas canvas, Panel panel, int x, int y, int width) {
        Bins bins = Bins.of(panel.samples());
        List<double[]> shares = panel.samples().stream()
                .map(sample -> bins.percentages(sample.values()))
                .toList();
        double highest = 0;
        for (double[] sample : shares) {
            for (double share : sample) {
                highest = Math.max(highest, share);
            }
        }
        int left = x + AXES;
        int right = x + width - 22;
        PlotArea area = new PlotArea(
                canvas,
                left,
                y + 26,
                right,
                y + PANEL_HEIGHT - 58,
                new PlotArea.Axis(PlotScale.linear(bins.low(), bins.high()), quantity, 6),
                new PlotArea.Axis(PlotScale.linear(0, highest > 0 ? 1.08 * highest : 1), "share (%)", 4));
        canvas.centred(panel.name(), (left + right) / 2, y + 17, right - left, Theme.LABEL, Theme.INK);
        area.draw(x + 14);
        for (int i = 0; i < shares.size(); i++) {
            drawSample(canvas.graphics(), area, bins, shares.get(i), Theme.colour(i));
        }
    }

    private static void drawSample(Graphics2D graphics, PlotArea area, Bins bins, double[] shares, Color colour) {
        Path2D outline = new Path2D.Double();
        outline.moveTo(area.x(bins.edge(0)), area.y(0));
        for (int bin = 0; bin < shares.length; bin++) {
            outline.lineTo(area.x(bins.edge(bin)), area.y(shares[bin]));
            outline.lineTo(area.x(bins.edge(bin + 1)), area.y(shares[bin]));
        }
        outline.lineTo(area.x(bins.edge(shares.length)), area.y(0));
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70));
        graphics.fill(outline);
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(1.4f));
        graphics.draw(outline);
    }

    private List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        panels.forEach(panel -> panel.samples().forEach(sample -> names.add(sample.name())));
        return new ArrayList<>(names);
    }
}
