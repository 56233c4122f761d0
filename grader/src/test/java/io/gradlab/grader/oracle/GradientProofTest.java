package io.gradlab.grader.oracle;

import static io.gradlab.grader.oracle.RectifierOracle.ALPHA;
import static io.gradlab.grader.oracle.RectifierOracle.LAMBDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves the oracles' gradients by central differences: their error is of order h², about 1e-10 here. */
class GradientProofTest {
    private static final double H = 1e-5;

    @ParameterizedTest
    @EnumSource
    void activations(ActivationKind kind) {
        DoubleTensor x = awayFromZero(random("x", 4, 3));
        DoubleTensor dy = random("dy", 4, 3);

        prove(ActivationOracle.backward(kind, x, dy), x, () -> dot(ActivationOracle.forward(kind, x), dy));
    }

    @Test
    void rectifiers() {
        DoubleTensor x = awayFromZero(random("x", 4, 3));
        DoubleTensor dy = random("dy", 4, 3);

        prove(
                dy.with(x, (d, v) -> d * RectifierOracle.leakyDerivative(0.1, v)),
                x,
                () -> dot(x.map(v -> RectifierOracle.leaky(0.1, v)), dy));
        prove(
                dy.with(x, (d, v) -> d * RectifierOracle.seluDerivative(ALPHA, LAMBDA, v)),
                x,
                () -> dot(x.map(v -> RectifierOracle.selu(ALPHA, LAMBDA, v)), dy));
    }

    @Test
    void crossEntropy() {
        DoubleTensor z = random("z", 5, 4);
        DoubleTensor t = SoftmaxOracle.softmax(random("t", 5, 4));

        prove(SoftmaxOracle.crossEntropyGradient(z, t), z, () -> SoftmaxOracle.crossEntropy(z, t));
    }

    @Test
    void dense() {
        DoubleTensor x = random("x", 5, 3);
        DoubleTensor w = random("w", 4, 3);
        DoubleTensor b = random("b", 4);
        DoubleTensor dy = random("dy", 5, 4);
        Supplier<Double> loss = () -> dot(DenseOracle.forward(x, w, b), dy);

        prove(DenseOracle.weightGradient(x, dy), w, loss);
        prove(DenseOracle.biasGradient(dy), b, loss);
        prove(DenseOracle.inputGradient(w, dy), x, loss);
    }

    @ParameterizedTest
    @EnumSource
    void mlp(ActivationKind kind) {
        DoubleTensor x = random("x", 6, 3);
        DoubleTensor t = SoftmaxOracle.softmax(random("t", 6, 2));
        MlpOracle mlp = new MlpOracle(
                kind, List.of(random("w1", 5, 3), random("w2", 2, 5)), List.of(random("b1", 5), random("b2", 2)));
        MlpOracle.Gradients gradients = mlp.gradients(x, t);

        for (int layer = 0; layer < 2; layer++) {
            prove(gradients.weights().get(layer), mlp.weights().get(layer), () -> mlp.loss(x, t));
            prove(gradients.biases().get(layer), mlp.biases().get(layer), () -> mlp.loss(x, t));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 2"})
    void convolution(int stride, int padding) {
        DoubleTensor x = random("x", 2, 2, 5, 6);
        DoubleTensor w = random("w", 3, 2, 3, 2);
        DoubleTensor b = random("b", 3);
        ConvolutionOracle oracle = new ConvolutionOracle(stride, padding);
        DoubleTensor dy = random("dy", oracle.forward(x, w, b).shape().toArray());
        Supplier<Double> loss = () -> dot(oracle.forward(x, w, b), dy);

        prove(oracle.weightGradient(x, w.shape(), dy), w, loss);
        prove(ConvolutionOracle.biasGradient(dy), b, loss);
        prove(oracle.inputGradient(x.shape(), w, dy), x, loss);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 2", "2, 3"})
    void pooling(int size, int stride) {
        DoubleTensor x = random("x", 2, 2, 5, 7);
        PoolOracle oracle = new PoolOracle(size, stride);
        DoubleTensor dy = random("dy", oracle.output(x.shape()).toArray());

        prove(oracle.maximumGradient(x, dy), x, () -> dot(oracle.maximum(x), dy));
        prove(oracle.meanGradient(x.shape(), dy), x, () -> dot(oracle.mean(x), dy));
    }

    @Test
    void batchNorm() {
        DoubleTensor x = random("x", 3, 2, 2, 3);
        DoubleTensor dy = random("dy", 3, 2, 2, 3);
        BatchNormOracle oracle = new BatchNormOracle(random("w", 2), random("b", 2));
        Supplier<Double> loss = () -> dot(oracle.forward(x, BatchNormOracle.mean(x), BatchNormOracle.variance(x)), dy);

        prove(BatchNormOracle.biasGradient(dy), oracle.bias(), loss);
        prove(BatchNormOracle.weightGradient(x, dy), oracle.weight(), loss);
        prove(oracle.inputGradient(x, dy), x, loss);
    }

    @Test
    void lenet() {
        DoubleTensor x = random("x", 2, 1, 11, 11);
        Map<String, DoubleTensor> parameters = new LinkedHashMap<>();
        parameters.put("conv1.weight", random("c1", 2, 1, 2, 2));
        parameters.put("conv1.bias", random("b1", 2));
        parameters.put("conv2.weight", random("c2", 2, 2, 2, 2));
        parameters.put("conv2.bias", random("b2", 2));
        parameters.put("fc1.weight", random("w1", 4, 8));
        parameters.put("fc1.bias", random("b3", 4));
        parameters.put("fc2.weight", random("w2", 3, 4));
        parameters.put("fc2.bias", random("b4", 3));
        parameters.put("fc3.weight", random("w3", 2, 3));
        parameters.put("fc3.bias", random("b5", 2));
        LeNetOracle oracle = new LeNetOracle(parameters, LeNetOracle.Form.RIGHT);
        DoubleTensor dy = random("dy", 2, 2);
        Map<String, DoubleTensor> gradients = oracle.gradients(x, dy);
        Supplier<Double> loss = () -> dot(oracle.forward(x), dy);

        parameters.forEach((name, value) -> prove(gradients.get(name), value, loss));
        prove(gradients.get("input"), x, loss);
    }

    @Test
    void penalty() {
        DoubleTensor w = random("w", 3, 4);

        prove(L2Oracle.gradient(w, 0.3), w, () -> L2Oracle.penalty(w, 0.3));
    }

    private static void prove(DoubleTensor gradient, DoubleTensor variable, Supplier<Double> loss) {
        for (int i = 0; i < variable.data().length; i++) {
            double value = variable.data()[i];
            variable.data()[i] = value + H;
            double above = loss.get();
            variable.data()[i] = value - H;
            double below = loss.get();
            variable.data()[i] = value;
            assertThat(gradient.data()[i]).isCloseTo((above - below) / (2 * H), within(1e-8));
        }
    }

    private static double dot(DoubleTensor a, DoubleTensor b) {
        double sum = 0;
        for (double product : a.with(b, (x, y) -> x * y).data()) {
            sum += product;
        }
        return sum;
    }

    private static DoubleTensor awayFromZero(DoubleTensor x) {
        return x.map(v -> v + Math.copySign(0.01, v)); // ReLU has a kink there
    }

    private static DoubleTensor random(String purpose, int... dimensions) {
        return DoubleTensor.of(new Seed(7).stream(purpose).gaussians(Shape.of(dimensions), 1));
    }
}
