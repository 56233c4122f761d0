package io.gradlab.course;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The contract of lab 1: the parts of a multi-layer perceptron, from scratch. */
public interface Lab1 {

    /** Returns a new element-wise activation layer (tasks 1.0 to 1.3); it takes tensors of any shape. */
    Layer activation(ActivationKind kind);

    /**
     * Computes the entropy {@code S(p) = -Σ_k p_k log p_k} of a distribution, in nats, with 0 · log 0 = 0 (task 1.4).
     *
     * @param p {@code [K]}: probabilities that sum to 1
     */
    double entropy(Tensor p);

    /**
     * Computes the cross-entropy {@code H(p, q) = -Σ_k p_k log q_k}, in nats; a k with p_k = 0 adds nothing, one with
     * p_k > 0 and q_k = 0 makes it infinite (task 1.4).
     *
     * @param p the true distribution, {@code [K]}
     * @param q the predicted one, {@code [K]}
     */
    double crossEntropy(Tensor p, Tensor q);

    /** Computes the Kullback-Leibler divergence {@code KL(p‖q) = H(p, q) - S(p)}, in nats, at least 0 (task 1.4). */
    double divergence(Tensor p, Tensor q);

    /**
     * Returns a label as a distribution (task 1.4): each class gets {@code smoothing / classes}, the label's class
     * {@code 1 - smoothing} more (Szegedy et al., 2016, section 7). Without smoothing it is one-hot.
     *
     * @param smoothing in [0, 1]
     * @return {@code [classes]}
     */
    Tensor labelDistribution(int label, int classes, double smoothing);

    /**
     * Computes each row's softmax (task 1.5).
     *
     * @param logits {@code [N, K]}, finite
     * @return {@code [N, K]}: rows of probabilities that sum to 1, finite however large the logits are
     */
    Tensor softmax(Tensor logits);

    /** Returns the cross-entropy of softmax(logits) against target distributions, with its gradient (task 1.6). */
    Loss crossEntropy();

    /**
     * Draws the first weight of a dense layer (task 1.7): zeros, or normal numbers with mean 0 and the deviation that
     * the kind of initialization says.
     *
     * @param seed the same seed gives the same weight
     * @return {@code [outputs, inputs]}
     */
    Tensor initialWeight(Initialization kind, int outputs, int inputs, Seed seed);

    /**
     * Returns a dense layer, {@code Y = X · Wᵀ + b} (task 1.8).
     *
     * @param weight {@code [out, in]}, becomes the parameter {@code weight}; used, not copied
     * @param bias {@code [out]}, becomes the parameter {@code bias}; used, not copied
     */
    Layer dense(Tensor weight, Tensor bias);

    /** Returns plain stochastic gradient descent, {@code w ← w − η · g} (task 1.9). */
    Optimizer sgd();

    /**
     * Cuts a data set at random into three parts that share no sample and leave none out (task 1.10).
     *
     * @param samples how many there are
     * @param validation how many of them are for validation
     * @param test how many of them are for the test; the rest is for training
     * @return three arrays of sample numbers in 0 .. samples - 1: training, validation, test
     */
    List<int[]> split(int samples, int validation, int test, Seed seed);

    /**
     * Returns the mini-batches of an epoch (task 1.10): every sample once, in a random order that is another one in each
     * epoch, in batches of {@code batchSize}; the last one holds what is left and may be smaller.
     *
     * @param samples how many there are
     * @param epoch from 0 on; the same seed and epoch give the same batches
     * @return for each batch the numbers of its samples, in 0 .. samples - 1
     */
    List<int[]> batches(int samples, int batchSize, Seed seed, int epoch);

    /**
     * Returns an untrained multi-layer perceptron (task 1.11).
     *
     * @param parts where the network takes its layers, loss and optimizer from
     */
    Classifier mlp(MlpConfig config, Lab1 parts);

    /**
     * Returns tensors as the bytes of a file (task 1.12). The form: the int 0x4D4C5031, the number of tensors, and for
     * each its name, rank, dimensions and numbers, as {@link java.io.DataOutputStream} writes UTF, ints and floats.
     *
     * @param tensors by name, in the order in which they are written
     */
    byte[] save(Map<String, Tensor> tensors) throws IOException;

    /**
     * Reads what {@link #save} has written, to the bit and in its order (task 1.12).
     *
     * @throws IOException if the bytes are cut off, go on after the last tensor, or are of another form
     */
    Map<String, Tensor> load(byte[] bytes) throws IOException;

    /**
     * Says whether an accuracy of {@code percent}, printed with so many decimals, can be k right answers of {@code
     * samples} for a whole number k (task 1.13).
     */
    boolean isPossible(double percent, int decimals, int samples);

    /** Computes half of an accuracy's binomial 95 % interval, {@code 1.96 √(a (1 - a) / samples)} (task 1.13). */
    double margin(double accuracy, int samples);

    /** Says whether two accuracies in [0, 1] differ by more than their margins, as a root of squares, explain (1.13). */
    boolean differ(double one, double other, int samples);

    /** Says what the losses {@code [epochs]} of a training with so many classes mean (task 1.13). */
    LossVerdict judge(Tensor losses, int classes);

    /**
     * Chooses how a perceptron is built and trained that reads digits within a budget of weights × epochs (task 1.14).
     *
     * @param inputs numbers in a sample, to be handed on
     * @param classes to be handed on
     * @param seed to be handed on
     */
    MlpConfig digitsRecipe(int inputs, int classes, Seed seed);
}
