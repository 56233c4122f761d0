package io.gradlab.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A graph under construction: layers, their variables, and at last the operation that is a training step. */
final class Trainable {
    private static final List<Long> UNIT_STRIDE = List.of(1L, 1L, 1L, 1L);
    private static final long[] POOL_WINDOW = {1, 2, 2, 1};

    private final Ops tf;
    private final Placeholder<TFloat32> pixels;
    private final Placeholder<TFloat32> labels;
    private final List<Variable<TFloat32>> parameters = new ArrayList<>();
    private final List<int[]> shapes = new ArrayList<>();
    private final List<Op> initializers = new ArrayList<>();
    private final List<Op> updates = new ArrayList<>();
    private Operand<TFloat32> loss;
    private Op step;

    Trainable(Graph graph, Shape input) {
        tf = Ops.create(graph);
        pixels = tf.placeholder(TFloat32.class, Placeholder.shape(input));
        labels = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(input.get(0), 10)));
    }

    Placeholder<TFloat32> pixels() {
        return pixels;
    }

    Placeholder<TFloat32> labels() {
        return labels;
    }

    List<Op> initializers() {
        return initializers;
    }

    long parameterCount() {
        return shapes.stream()
                .mapToLong(shape -> Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b))
                .sum();
    }

    Op step() {
        return step;
    }

    Operand<TFloat32> dense(Operand<TFloat32> x, int in, int out) {
        return tf.nn.biasAdd(tf.linalg.matMul(x, weight(in, in, out)), parameter(zeros(out), out));
    }

    Operand<TFloat32> convolution(Operand<TFloat32> x, int kernel, int in, int out) {
        var weight = weight(kernel * kernel * in, kernel, kernel, in, out);
        return tf.nn.biasAdd(tf.nn.conv2d(x, weight, UNIT_STRIDE, "SAME"), parameter(zeros(out), out));
    }

    Operand<TFloat32> relu(Operand<TFloat32> x) {
        return tf.nn.relu(x);
    }

    /** The operation of the first version, MaxPool: the second is out of oneDNN's reach. */
    Operand<TFloat32> maxPool(Operand<TFloat32> x) {
        return tf.scope()
                .opBuilder("MaxPool", tf.scope().makeOpName("MaxPool"))
                .addInput(x.asOutput())
                .setAttr("ksize", POOL_WINDOW)
                .setAttr("strides", POOL_WINDOW)
                .setAttr("padding", "VALID")
                .build()
                .output(0);
    }

    Operand<TFloat32> flatten(Operand<TFloat32> x, int features) {
        return tf.reshape(x, tf.constant(new int[] {-1, features}));
    }

    Operand<TFloat32> dropout(Operand<TFloat32> x, float rate, int... maskShape) {
        Operand<TInt32> shape = tf.constant(maskShape);
        var kept = tf.math.greaterEqual(tf.random.randomUniform(shape, TFloat32.class), tf.constant(rate));
        var mask = tf.math.mul(tf.dtypes.cast(kept, TFloat32.class), tf.constant(1 / (1 - rate)));
        return tf.math.mul(x, mask);
    }

    Operand<TFloat32> batchNorm(Operand<TFloat32> x, int channels) {
        var mean = variable(zeros(channels));
        var variance = variable(ones(channels));
        var normed = tf.nn.fusedBatchNorm(
                x,
                parameter(ones(channels), channels),
                parameter(zeros(channels), channels),
                mean,
                variance,
                FusedBatchNorm.isTraining(true),
                FusedBatchNorm.epsilon(1e-5f),
                FusedBatchNorm.exponentialAvgFactor(0.1f));
        updates.add(tf.assign(mean, normed.batchMean()));
        updates.add(tf.assign(variance, normed.batchVariance()));
        return normed.y();
    }

    /** Softmax cross-entropy, mean over the batch. */
    void loss(Operand<TFloat32> logits) {
        var each = tf.nn.softmaxCrossEntropyWithLogits(logits, labels).loss();
        loss = tf.math.mean(each, tf.constant(0));
    }

    void gradientDescent() {
        Gradients gradients = tf.gradients(loss, parameters);
        for (int i = 0; i < parameters.size(); i++) {
            updates.add(tf.train.applyGradientDescent(parameters.get(i), tf.constant(0.1f), gradients.dy(i)));
        }
        finish();
    }

    void adam(float rate) {
        var beta1 = tf.constant(0.9f);
        var beta2 = tf.constant(0.999f);
        var power1 = variable(beta1);
        var power2 = variable(beta2);
        Gradients gradients = tf.gradients(loss, parameters);
        for (int i = 0; i < parameters.size(); i++) {
            updates.add(tf.train.applyAdam(
                    parameters.get(i),
                    variable(zeros(shapes.get(i))),
                    variable(zeros(shapes.get(i))),
                    power1,
                    power2,
                    tf.constant(rate),
                    beta1,
                    beta2,
                    tf.constant(1e-8f),
                    gradients.dy(i)));
        }
        Ops after = tf.withControlDependencies(List.copyOf(updates));
        updates.add(after.assign(power1, after.math.mul(power1, beta1)));
        updates.add(after.assign(power2, after.math.mul(power2, beta2)));
        finish();
    }

    private void finish() {
        updates.add(loss);
        step = tf.withControlDependencies(updates).noOp();
    }

    private Operand<TFloat32> weight(int fanIn, int... shape) {
        float bound = (float) Math.sqrt(6.0 / fanIn);
        var uniform = tf.random.randomUniform(tf.constant(shape), TFloat32.class);
        return parameter(tf.math.mul(tf.math.sub(uniform, tf.constant(0.5f)), tf.constant(2 * bound)), shape);
    }

    private Operand<TFloat32> parameter(Operand<TFloat32> initial, int... shape) {
        Variable<TFloat32> parameter = variable(initial);
        parameters.add(parameter);
        shapes.add(shape);
        return parameter;
    }

    private Variable<TFloat32> variable(Operand<TFloat32> initial) {
        Variable<TFloat32> variable = tf.variable(initial.shape(), TFloat32.class);
        initializers.add(tf.assign(variable, initial));
        return variable;
    }

    private Operand<TFloat32> zeros(int... shape) {
        return tf.fill(tf.constant(shape), tf.constant(0f));
    }

    private Operand<TFloat32> ones(int channels) {
        return tf.fill(tf.constant(new int[] {channels}), tf.constant(1f));
    }
}
