package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.PhotoOracle;
import io.gradlab.nn.tensor.Shape;
import java.util.List;

/** Task 3.0, the solved example. */
@Task(id = "3.0", title = "pixels", points = 0)
public class PixelsChecks {

    @Check(value = "values", points = 0, rank = 1)
    void values(Bench bench) {
        byte[] rgb = new byte[3 * 3 * 4];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i == 0 ? 255 : bench.seed().stream("bytes").below(i, 256));
        }
        bench.compare(
                "image",
                Calls.tensor(bench, "pixels", Value.of(rgb), Value.of(3), Value.of(4)),
                image(rgb, 0, 255),
                List.of(
                        new Misconception("red and blue were exchanged", image(rgb, 2, 255)),
                        new Misconception("Java's signed bytes were taken as they are", signed(rgb)),
                        new Misconception("it was not divided by 255", image(rgb, 0, 1))));
    }

    private static DoubleTensor image(byte[] rgb, int first, double scale) {
        return PhotoOracle.make(
                Shape.of(1, 3, 3, 4),
                (_, c, row, column) -> (rgb[3 * (4 * row + column) + Math.abs(c - first)] & 0xFF) / scale);
    }

    private static DoubleTensor signed(byte[] rgb) {
        return PhotoOracle.make(Shape.of(1, 3, 3, 4), (_, c, row, column) -> rgb[3 * (4 * row + column) + c] / 255.0);
    }
}
