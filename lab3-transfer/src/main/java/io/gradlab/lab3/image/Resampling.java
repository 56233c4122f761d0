package io.gradlab.lab3.image;

/** How bilinear resizing finds the source pixels of an output pixel. */
public enum Resampling {
    /** The corner pixels' centres stay in the corners: Darknet, and PyTorch's {@code align_corners=True}. */
    ALIGNED_CORNERS {
        @Override
        Weights weights(int output, int inputs, int outputs) {
            double place = outputs == 1 ? 0 : (double) output * (inputs - 1) / (outputs - 1);
            return Weights.between(place, inputs);
        }
    },
    /** The images' edges stay together; two source pixels a side, so a strong reduction skips pixels. */
    HALF_PIXEL {
        @Override
        Weights weights(int output, int inputs, int outputs) {
            return Weights.between(Math.max(0, (output + 0.5) * inputs / outputs - 0.5), inputs);
        }
    },
    /** The images' edges stay together; a reduction takes the mean of all pixels, weighted by a triangle: PIL, torchvision. */
    ANTIALIASED {
        @Override
        Weights weights(int output, int inputs, int outputs) {
            double scale = Math.max(1, (double) inputs / outputs);
            double center = (output + 0.5) * inputs / outputs;
            int begin = Math.max(0, (int) (center - scale + 0.5));
            int end = Math.min(inputs, (int) (center + scale + 0.5));
            double[] shares = new double[end - begin];
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                shares[i] = Math.max(0, 1 - Math.abs((begin + i + 0.5 - center) / scale));
                sum += shares[i];
            }
            float[] normalized = new float[shares.length];
            for (int i = 0; i < shares.length; i++) {
                normalized[i] = (float) (shares[i] / sum);
            }
            return new Weights(begin, normalized);
        }
    };

    /** Returns the source pixels of one output pixel, along one axis. */
    abstract Weights weights(int output, int inputs, int outputs);

    /** Neighbouring source pixels, from {@code begin} on, and their shares, which add up to 1. */
    record Weights(int begin, float[] shares) {
        static Weights between(double place, int inputs) {
            int begin = Math.min((int) place, inputs - 1);
            float second = (float) (place - begin);
            return begin == inputs - 1
                    ? new Weights(begin, new float[] {1})
                    : new Weights(begin, new float[] {1 - second, second});
        }
    }
}
