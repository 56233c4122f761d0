package io.gradlab.course.probe;

import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * What to ask of an implementation: a call of one of its contract's methods and, for the objects that such a call makes,
 * a script of what to do with it. {@code method} is the name of a method of the contract, for example {@code dense} of
 * {@link io.gradlab.course.Lab1}, and {@code arguments} are its arguments in order.
 */
public sealed interface Probe {

    /** Returns the contract's method to call. */
    String method();

    /** Returns the arguments of that call. */
    List<Value> arguments();

    /** Calls a method whose result is a value. Answers {@code result} and {@code argument.I}, tensors and maps as they are afterwards. */
    record OfFunction(String method, List<Value> arguments) implements Probe {}

    /**
     * Makes a layer and drives it. Step I answers {@code output.I} for a forward pass, {@code inputGradient.I} and
     * {@code NAME.gradient.I} of every parameter for a backward pass; at the end come {@code input.I}, each step's
     * argument as it is then, and {@code NAME} of every parameter and buffer. A frozen parameter answers {@code
     * NAME.frozen} too, and no gradient unless one was computed.
     */
    record OfLayer(String method, List<Value> arguments, List<Step> script) implements Probe {}

    /** Makes a loss and computes it. Answers {@code value}, {@code gradient}, {@code logits} and {@code targets}. */
    record OfLoss(String method, List<Value> arguments, Tensor logits, Tensor targets) implements Probe {}

    /**
     * Makes an optimizer and lets it step once for each list of gradients. Answers {@code parameter.P.S} after each step
     * S and {@code gradient.P.S} as they are afterwards.
     *
     * @param parameters the parameters' values before the first step; those at even places are weights, at odd places
     *     biases
     * @param gradients for each step the gradient of each parameter
     * @param frozen places of the parameters that are frozen
     */
    record OfOptimizer(
            String method,
            List<Value> arguments,
            List<Tensor> parameters,
            List<List<Tensor>> gradients,
            List<Integer> frozen,
            double learningRate)
            implements Probe {}

    /**
     * Makes a classifier, fits it {@code fits} times and lets it predict. Answers {@code probabilities},
     * {@code predictions} and {@code score}, on the test inputs with {@code scoredLabels}, and {@code trainingInputs},
     * {@code trainingLabels} and {@code testInputs} as they are afterwards. True test labels never travel.
     */
    record OfClassifier(
            String method,
            List<Value> arguments,
            Tensor trainingInputs,
            int[] trainingLabels,
            int fits,
            Tensor testInputs,
            int[] scoredLabels)
            implements Probe {}

    /** One step of driving a layer. */
    sealed interface Step {
        /** A forward pass in training mode at optimizer step {@code number}, with the given seed. */
        record Train(Tensor input, long seed, long number) implements Step {}

        /** A forward pass in evaluation mode. */
        record Evaluate(Tensor input) implements Step {}

        /** A backward pass. */
        record Backward(Tensor outputGradient) implements Step {}
    }
}
