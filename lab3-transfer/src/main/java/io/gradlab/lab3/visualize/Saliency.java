package io.gradlab.lab3.visualize;

import io.gradlab.cli.UserError;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Which pixels a class depends on. */
final class Saliency {
    private static final int SAMPLES = 25;
    private static final double NOISE = 0.15; // of the input's range

    private Saliency() {}

    /** Returns the class's logit's gradient, {@code [1, 3, H, W]} (Simonyan et al., 2014). */
    static Tensor vanilla(Subject subject, Tensor input, int label) {
        return InputGradient.of(subject.flat(), input, label);
    }

    /** Returns the mean of the gradients at 25 noisy copies of the image, {@code [1, 3, H, W]} (Smilkov et al., 2017). */
    static Tensor smooth(Subject subject, Tensor input, int label, Seed seed) {
        Sequential network = subject.flat();
        double deviation = NOISE * range(input);
        Tensor sum = Tensor.zeros(input.shape());
        for (int sample = 0; sample < SAMPLES; sample++) {
            RandomStream random = seed.stream("smoothgrad", sample);
            Tensor noisy = input.copy();
            for (int i = 0; i < noisy.size(); i++) {
                noisy.data()[i] += (float) (deviation * random.gaussian(i));
            }
            Tensor gradient = InputGradient.of(network, noisy, label);
            for (int i = 0; i < sum.size(); i++) {
                sum.data()[i] += gradient.data()[i] / SAMPLES;
            }
        }
        return sum;
    }

    /**
     * Returns Grad-CAM (Selvaraju et al., 2017): the last convolution's maps after their activation, weighted by the mean
     * gradient of the class's logit, what is below zero cut off; {@code [1, 1, h, w]}.
     */
    static Tensor gradCam(Subject subject, Tensor input, int label) {
        SequencedMap<String, Layer> before = new LinkedHashMap<>();
        SequencedMap<String, Layer> after = new LinkedHashMap<>();
        String last = lastActivation(subject);
        boolean reached = false;
        for (Map.Entry<String, Layer> layer : subject.layers().entrySet()) {
            (reached ? after : before).put(layer.getKey().replace('.', '_'), layer.getValue());
            reached |= layer.getKey().equals(last);
        }
        Tensor maps = new Sequential(before).forward(input, Pass.evaluation()).copy();
        Sequential head = new Sequential(after);
        Tensor logits = head.forward(maps, Pass.evaluation());
        return weighted(maps, head.backward(InputGradient.channelMean(logits, label)));
    }

    private static String lastActivation(Subject subject) {
        String last = "";
        boolean convolved = false;
        for (Map.Entry<String, Layer> layer : subject.layers().entrySet()) {
            if (layer.getValue() instanceof Conv2d) {
                convolved = true;
            } else if (convolved && layer.getValue() instanceof Activation) {
                last = layer.getKey();
                convolved = false;
            }
        }
        if (last.isEmpty()) {
            throw new UserError("--method gradcam: " + subject.label() + " has no convolution with an activation");
        }
        return last;
    }

    private static Tensor weighted(Tensor maps, Tensor gradient) {
        int area = maps.dim(2) * maps.dim(3);
        Tensor cam = Tensor.zeros(1, 1, maps.dim(2), maps.dim(3));
        for (int channel = 0; channel < maps.dim(1); channel++) {
            double weight = 0;
            for (int i = channel * area; i < (channel + 1) * area; i++) {
                weight += gradient.data()[i] / area;
            }
            for (int i = 0; i < area; i++) {
                cam.data()[i] += (float) (weight * maps.data()[channel * area + i]);
            }
        }
        for (int i = 0; i < area; i++) {
            cam.data()[i] = Math.max(0, cam.data()[i]);
        }
        return cam;
    }

    private static double range(Tensor input) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : input.data()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }
}
