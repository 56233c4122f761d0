package io.gradlab.course;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** The contract of lab 3: the parts of transfer learning. Images are {@code [N, C, H, W]}. */
public interface Lab3 {

    /**
     * Makes an image of bytes (task 3.0).
     *
     * @param rgb red, green and blue (0..255, as Java's signed bytes) of each pixel, row by row
     * @return {@code [1, 3, H, W]}, red first, in [0, 1]
     */
    Tensor pixels(byte[] rgb, int height, int width);

    /**
     * Stretches images by bilinear interpolation with half-pixel centres, without antialiasing (task 3.1).
     *
     * @return {@code [N, C, height, width]}
     */
    Tensor resize(Tensor images, int height, int width);

    /**
     * Cuts out the middle; where the borders cannot be equal, half a pixel is rounded to the even number (task 3.1).
     *
     * @return {@code [N, C, height, width]}
     * @throws IllegalArgumentException if the images are smaller
     */
    Tensor centreCrop(Tensor images, int height, int width);

    /** Repeats a gray channel, {@code [N, 1, H, W]} to {@code [N, 3, H, W]} (task 3.2). */
    Tensor toRgb(Tensor gray);

    /**
     * Scales to [0, 1], then takes each channel's mean away and divides by its deviation (task 3.2).
     *
     * @param rgb {@code [N, 3, H, W]} in [0, 255]
     * @param mean {@code [3]}, of pixels in [0, 1]
     * @param deviation {@code [3]}, of pixels in [0, 1]
     */
    Tensor prepare(Tensor rgb, Tensor mean, Tensor deviation);

    /**
     * Prepares images for Caffe's weights: blue first, in [0, 255], minus the mean (task 3.2).
     *
     * @param rgb {@code [N, 3, H, W]} in [0, 255]
     * @param mean {@code [3]}, blue first
     */
    Tensor prepareCaffe(Tensor rgb, Tensor mean);

    /**
     * Lists the layers of a VGG's convolutional part for images {@code [3, H, W]} (task 3.3): a number of filters is a
     * 3×3 convolution with padding 1, followed by a ReLU; M is a 2×2 max pooling.
     *
     * @param blocks for example {@code 64 64 M 128 128 M}
     */
    List<VggRow> vggRows(String blocks, int height, int width);

    /**
     * Counts all weights and biases of a VGG (task 3.3): the convolutions, and dense layers of 4096, 4096 and {@code
     * outputs} units on the last maps, pooled to 7×7.
     */
    long vggParameters(String blocks, int outputs);

    /**
     * Compares a file's tensors with a network's, by name (task 3.4).
     *
     * @param head names that begin with it are left alone on both sides; empty if none are
     */
    WeightFit fit(Map<String, Tensor> network, Map<String, Tensor> file, String head);

    /**
     * Returns the network's tensors, in its order, with the file's numbers (copies of them) in all but the head (task 3.4).
     *
     * @throws IllegalArgumentException if they do not fit; the message names a tensor that does not
     */
    Map<String, Tensor> load(Map<String, Tensor> network, Map<String, Tensor> file, String head);

    /**
     * Returns a network of a frozen base and a head to train (task 3.5); their parameters and buffers are called {@code
     * features.…} and {@code classifier.…}.
     */
    Layer transfer(Sequential base, Sequential head);

    /**
     * Trains such a network by gradient descent on one batch (task 3.5).
     *
     * @param targets one-hot, {@code [N, K]}
     * @return all parameters and buffers afterwards, by name
     */
    Map<String, Tensor> train(
            Sequential base, Sequential head, Tensor images, Tensor targets, int steps, double learningRate);

    /**
     * Returns the same tensors with a new last layer (task 3.6).
     *
     * @param weights by name; not changed
     * @param layer whose {@code weight}, {@code [units, in]}, and {@code bias} are replaced, for example {@code classifier.6}
     * @param classes units of the new layer
     */
    Map<String, Tensor> newHead(Map<String, Tensor> weights, String layer, int classes, Seed seed);

    /**
     * Computes the features of all images, in evaluation mode and in batches (task 3.7).
     *
     * @param base {@code [N, C, H, W]} to any shape
     * @return {@code [N, D]}
     */
    Tensor features(Sequential base, Tensor images, int batchSize);

    /** Returns the name under which features are kept: SHA-256 of all that they depend on (task 3.8). */
    String cacheKey(String weights, String preprocessing, String data);

    /** Writes numbers as float16, little endian, what is too large as ±65504 (task 3.8). */
    byte[] toHalf(Tensor features);

    /** Reads what {@link #toHalf} wrote (task 3.8); returns {@code [samples, D]}. */
    Tensor fromHalf(byte[] bytes, int samples);

    /**
     * Returns the features that the cache holds under the key, or computes them by {@link #features} in batches of 100 and
     * puts them there (task 3.8).
     *
     * @param parts where {@code features} comes from
     */
    Tensor cached(Map<String, Tensor> cache, String key, Sequential base, Tensor images, Lab3 parts);

    /**
     * Makes a matrix for each class: itself against all others (task 3.9).
     *
     * @param counts {@code [K, K]}, row = true class, column = predicted class
     * @return {@code [K, 2, 2]}: true positives, false negatives; false positives, true negatives
     */
    Tensor oneVsRest(Tensor counts);

    /**
     * Finds the pairs (true class, predicted class) with the most mistakes (task 3.9).
     *
     * @param counts {@code [K, K]}
     * @param count at most K (K - 1)
     * @return true and predicted class in turn, the most frequent pair first; of equals, the one in the smaller row, then
     *     in the smaller column
     */
    int[] mostConfused(Tensor counts, int count);

    /** Finds the classes that stand out (task 3.9). */
    ClassReport classReport(Tensor counts);

    /** Returns how many of {@code samples} right answers give this percentage, at two decimals; -1 if none (3.10). */
    int hits(double percent, int samples);

    /** Returns how many more right answers a confusion matrix holds than a percentage at two decimals claims (3.10). */
    int disagreement(double percent, Tensor counts);

    /**
     * Says whether accuracies of two independent test sets of equal size are no further apart than {@code 1.96 √((a (1 - a)
     * + b (1 - b)) / n)} (task 3.10).
     */
    boolean mayBeChance(double one, double other, int samples);

    /**
     * Computes the gradient of a class's score with respect to an image (task 3.11).
     *
     * @param network {@code [1, C, H, W]} to scores {@code [1, K]}, before any softmax
     * @return {@code [1, C, H, W]}
     */
    Tensor scoreGradient(Sequential network, Tensor image, int target);

    /** Returns each pixel's largest absolute gradient, divided by the largest of all: {@code [1, 1, H, W]} (3.11). */
    Tensor saliency(Tensor gradient);

    /** Returns the gradient moved and scaled so that its smallest number is 0 and its largest 1 (task 3.11). */
    Tensor saliencyInColour(Tensor gradient);

    /**
     * Changes an image so that a filter answers more and more: gradient ascent on the mean of its map (task 3.12). Each
     * step adds {@code rate · g / (√(mean of g²) + 1e-8)}.
     *
     * @param network {@code [1, C, H, W]} to maps {@code [1, F, H', W']}
     * @param start not changed
     * @param filter in 0 .. F - 1
     */
    Tensor maximize(Sequential network, Tensor start, int filter, int steps, double rate);

    /** Chooses how to learn four new shapes from few images, within a budget of arithmetic (task 3.13). */
    TransferConfig transferRecipe(Seed seed);
}
