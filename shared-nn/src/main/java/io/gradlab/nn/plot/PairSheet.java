package io.gradlab.nn.plot;

import io.gradlab.nn.metric.Csv;
import io.gradlab.nn.tensor.Tensor;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Two samples side by side: each one's image, the probabilities of its classes, and maps of what layers make of it, from 0
 * (black) to 1 (white).
 *
 * @param title one line
 */
public record PairSheet(String title, Sample left, Sample right) implements Picture {
    private static final int GAP = 28;
    private static final int WIDTH = (Theme.WIDTH - 2 * Theme.MARGIN - GAP) / 2;
    private static final int IMAGE = 130;
    private static final int BAR = 20;
    private static final int COLUMNS = 5;
    private static final int MAP_GAP = 6;
    private static final int MAP = (WIDTH - (COLUMNS - 1) * MAP_GAP) / COLUMNS;
    private static final int HEADING = 30;

    /**
     * One side.
     *
     * @param image {@code [C, H, W]}, C = 1 or 3
     * @param probabilities one for each class, in [0, 1]
     * @param groups as many on both sides
     */
    public record Sample(
            String caption, Tensor image, List<String> classNames, float[] probabilities, List<Group> groups) {
        /** Keeps its own copies of the lists. */
        public Sample {
            classNames = List.copyOf(classNames);
            groups = List.copyOf(groups);
        }
    }

    /** A layer's maps, each {@code [H, W]}. */
    public record Group(String name, List<Tensor> maps) {
        /** Keeps its own copy of the list. */
        public Group {
            maps = List.copyOf(maps);
        }

        int rows() {
            return (maps.size() + COLUMNS - 1) / COLUMNS;
        }
    }

    @Override
    public String toCsv() {
        Csv csv = new Csv().row("sample", "what", "map", "row", "column", "value");
        for (Sample sample : List.of(left, right)) {
            for (int k = 0; k < sample.probabilities().length; k++) {
                String value = Csv.number(sample.probabilities()[k]);
                csv.row(
                        sample.caption(),
                        "probability of " + sample.classNames().get(k),
                        "",
                        "",
                        "",
                        value);
            }
            sample.groups().forEach(group -> addMaps(csv, sample.caption(), group));
        }
        return csv.toString();
    }

    private static void addMaps(Csv csv, String sample, Group group) {
        for (int map = 0; map < group.maps().size(); map++) {
            Tensor numbers = group.maps().get(map);
            for (int i = 0; i < numbers.size(); i++) {
                csv.row(
                        sample,
                        group.name(),
                        Integer.toString(map),
                        Integer.toString(i / numbers.dim(1)),
                        Integer.toString(i % numbers.dim(1)),
                        Csv.number(numbers.data()[i]));
            }
        }
    }

    @Override
    public String altText() {
        return "Two samples: " + title + "; left " + left.caption() + ", right " + right.caption() + ".";
    }

    @Override
    public BufferedImage draw() {
        int maps = left.groups().stream()
                .mapToInt(group -> HEADING + group.rows() * (MAP + MAP_GAP))
                .sum();
        int bars = HEADING + left.classNames().size() * BAR;
        Canvas canvas = new Canvas(Theme.WIDTH, 48 + 24 + IMAGE + bars + maps + 2 * Theme.MARGIN);
        int top = canvas.title(title);
        drawSample(canvas, left, Theme.MARGIN, top, 0);
        drawSample(canvas, right, Theme.MARGIN + WIDTH + GAP, top, 1);
        return canvas.image();
    }

    private static void drawSample(Canvas canvas, Sample sample, int x, int top, int colour) {
        int middle = x + WIDTH / 2;
        canvas.centred(sample.caption(), middle, top + 14, WIDTH, Theme.LABEL, Theme.INK);
        Gallery.drawImage(canvas, sample.image(), middle - IMAGE / 2, top + 24, IMAGE);
        int y = top + 24 + IMAGE;
        canvas.centred("probability (%)", middle, y + HEADING - 9, WIDTH, Theme.TEXT, Theme.INK);
        drawBars(canvas, sample, x, y + HEADING, colour);
        y += HEADING + sample.classNames().size() * BAR;
        for (Group group : sample.groups()) {
            canvas.centred(group.name(), middle, y + HEADING - 8, WIDTH, Theme.TEXT, Theme.INK);
            y += HEADING;
            for (int map = 0; map < group.maps().size(); map++) {
                MatrixDrawing.draw(
                        canvas,
                        group.maps().get(map),
                        HeatMaps.Scale.unit(),
                        x + map % COLUMNS * (MAP + MAP_GAP),
                        y + map / COLUMNS * (MAP + MAP_GAP),
                        MAP);
            }
            y += group.rows() * (MAP + MAP_GAP);
        }
    }

    private static void drawBars(Canvas canvas, Sample sample, int x, int top, int colour) {
        int names = sample.classNames().stream()
                .mapToInt(name -> canvas.width(name, Theme.TEXT))
                .max()
                .orElse(0);
        int left = x + Math.min(names, 110) + 8;
        int room = x + WIDTH - 50 - left;
        for (int k = 0; k < sample.probabilities().length; k++) {
            int y = top + k * BAR;
            double length = room * sample.probabilities()[k];
            canvas.rightAligned(sample.classNames().get(k), left - 8, y + 14, left - 8 - x, Theme.TEXT, Theme.INK);
            canvas.graphics().setColor(Theme.colour(colour));
            canvas.graphics().fill(new Rectangle2D.Double(left, y + 2, length, BAR - 5));
            String percent = Numbers.text(Math.round(1000 * sample.probabilities()[k]) / 10.0, 3);
            canvas.text(percent, left + (int) length + 5, y + 14, Theme.TEXT, Theme.INK);
        }
    }
}
