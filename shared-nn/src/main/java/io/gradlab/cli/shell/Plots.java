package io.gradlab.cli.shell;

import io.gradlab.nn.plot.LineChart;
import io.gradlab.nn.plot.Picture;
import io.gradlab.nn.plot.SavedPicture;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** What one draws with in the shell. Each picture gets a file of its own in {@code out/shell}. */
public final class Plots {
    private static final Path FOLDER = Path.of("out", "shell");
    private static final int POINTS = 201;

    private Plots() {}

    /** Draws a function over an interval. */
    public static Path plot(DoubleUnaryOperator function, double from, double to) throws IOException {
        double[] x = IntStream.range(0, POINTS)
                .mapToDouble(i -> from + (to - from) * i / (POINTS - 1))
                .toArray();
        double[] y = IntStream.range(0, POINTS)
                .mapToDouble(i -> function.applyAsDouble(x[i]))
                .toArray();
        return show(LineChart.of("f(x)", "x", "y").with("f", x, y));
    }

    /** Draws numbers in the order in which they stand, the first at 0. */
    public static Path plot(double... y) throws IOException {
        double[] x = IntStream.range(0, y.length).asDoubleStream().toArray();
        return show(LineChart.of("values", "index", "value").with("values", x, y));
    }

    /**
     * Saves a picture, and opens it where there is a screen.
     *
     * @return the PNG, or where nothing can be drawn the CSV
     */
    public static Path show(Picture picture) throws IOException {
        SavedPicture saved = picture.save(FOLDER.resolve(free()));
        saved.skipped().ifPresent(System.out::println);
        Path file = saved.png().orElse(saved.csv());
        System.out.println(picture.altText());
        if (saved.png().isPresent()
                && !GraphicsEnvironment.isHeadless()
                && Desktop.isDesktopSupported()
                && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            Desktop.getDesktop().open(file.toFile());
        }
        return file;
    }

    private static String free() {
        int number = 1;
        while (Files.exists(FOLDER.resolve("plot-" + number + ".csv"))) {
            number++;
        }
        return "plot-" + number;
    }
}
