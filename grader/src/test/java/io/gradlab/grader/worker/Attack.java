package io.gradlab.grader.worker;

import java.util.Map;

/**
 * A submission to lab 1 whose sigmoid is right, but does something else first; its ReLU is right and does not.
 *
 * @param name what it does, for the test's name
 * @param code Java statements at the beginning of the sigmoid's forward pass; may throw anything
 */
record Attack(String name, String code) {
    private static final String SIGMOID = """
            package io.gradlab.lab1.student;

            import io.gradlab.nn.layer.Layer;
            import io.gradlab.nn.layer.Pass;
            import io.gradlab.nn.tensor.Shape;
            import io.gradlab.nn.tensor.Tensor;
            import java.io.*;
            import java.net.*;
            import java.nio.*;
            import java.nio.file.*;
            import java.util.*;

            public final class Sigmoid implements Layer {
                private Tensor output = Tensor.zeros(0);
                private static boolean done;

                private static void attack() throws Throwable {
                    CODE
                }

                private static int deep(int n) {
                    return 1 + deep(n + 1);
                }

                @SuppressWarnings("unchecked")
                private static <T extends Throwable> void sneak(Throwable thrown) throws T {
                    throw (T) thrown;
                }

                public Tensor forward(Tensor input, Pass pass) {
                    if (!done) {
                        done = true;
                        try {
                            attack();
                        } catch (Throwable thrown) {
                            Sigmoid.<RuntimeException>sneak(thrown);
                        }
                    }
                    output = Tensor.zeros(input.shape());
                    for (int i = 0; i < input.size(); i++) {
                        output.data()[i] = (float) (1 / (1 + StrictMath.exp(-input.data()[i])));
                    }
                    return output;
                }

                public Tensor backward(Tensor outputGradient) {
                    Tensor inputGradient = Tensor.zeros(output.shape());
                    for (int i = 0; i < output.size(); i++) {
                        float y = output.data()[i];
                        inputGradient.data()[i] = outputGradient.data()[i] * y * (1 - y);
                    }
                    return inputGradient;
                }

                public Shape outputShape(Shape input) {
                    return input;
                }

                public String toString() {
                    return "Sigmoid";
                }
            }
            """;
    private static final String RELU = """
            package io.gradlab.lab1.student;

            import io.gradlab.nn.layer.Layer;
            import io.gradlab.nn.layer.Pass;
            import io.gradlab.nn.tensor.Shape;
            import io.gradlab.nn.tensor.Tensor;

            public final class Relu implements Layer {
                private Tensor input = Tensor.zeros(0);

                public Tensor forward(Tensor x, Pass pass) {
                    input = x.copy();
                    Tensor y = x.copy();
                    for (int i = 0; i < y.size(); i++) {
                        y.data()[i] = Math.max(0, y.data()[i]);
                    }
                    return y;
                }

                public Tensor backward(Tensor outputGradient) {
                    Tensor dx = outputGradient.copy();
                    for (int i = 0; i < dx.size(); i++) {
                        dx.data()[i] = input.data()[i] > 0 ? dx.data()[i] : 0;
                    }
                    return dx;
                }

                public Shape outputShape(Shape input) {
                    return input;
                }

                public String toString() {
                    return "ReLU";
                }
            }
            """;

    /** Returns the submission's files. */
    Map<String, String> sources() {
        return Map.of("Sigmoid.java", SIGMOID.replace("CODE", code), "Relu.java", RELU);
    }

    @Override
    public String toString() {
        return name;
    }
}
