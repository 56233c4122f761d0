package io.gradlab.peers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A network of functions over a list of parameters. */
abstract class PyTorchNetwork {
    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};
    private static final long[] NONE = {0, 0};

    private final List<Tensor> parameters = new ArrayList<>();

    /** Logits of {@code pixels}. */
    abstract Tensor forward(Tensor pixels);

    final TensorVector parameters() {
        return new TensorVector(parameters.toArray(Tensor[]::new));
    }

    final long parameterCount() {
        return parameters.stream().mapToLong(Tensor::numel).sum();
    }

    final Dense dense(int in, int out) {
        return new Dense(parameter(Batch.weights(in * out, in), out, in), parameter(new float[out], out));
    }

    final Convolution convolution(int kernel, int in, int out) {
        int taps = kernel * kernel * in;
        return new Convolution(
                parameter(Batch.weights(taps * out, taps), out, in, kernel, kernel),
                parameter(new float[out], out),
                new long[] {kernel / 2, kernel / 2});
    }

    final Norm norm(int channels) {
        Tensor one = torch.ones(channels);
        parameters.add(one.set_requires_grad(true));
        return new Norm(one, parameter(new float[channels], channels), torch.zeros(channels), torch.ones(channels));
    }

    private Tensor parameter(float[] values, long... shape) {
        Tensor parameter = torch.tensor(values).view(shape);
        if (shape.length == 4) {
            parameter = parameter.contiguous(torch.MemoryFormat.ChannelsLast);
        }
        parameters.add(parameter.set_requires_grad(true));
        return parameter;
    }

    static Tensor pool(Tensor x) {
        return torch.max_pool2d(x, TWO, TWO, NONE, ONE, false);
    }

    record Dense(Tensor weight, TensorOptional bias) {
        Dense(Tensor weight, Tensor bias) {
            this(weight, new TensorOptional(bias));
        }

        Tensor of(Tensor x) {
            return torch.linear(x, weight, bias);
        }
    }

    record Convolution(Tensor weight, TensorOptional bias, long[] padding) {
        Convolution(Tensor weight, Tensor bias, long[] padding) {
            this(weight, new TensorOptional(bias), padding);
        }

        Tensor of(Tensor x) {
            return torch.conv2d(x, weight, bias, ONE, padding, ONE, 1);
        }
    }

    record Norm(TensorOptional scale, TensorOptional shift, TensorOptional mean, TensorOptional variance) {
        Norm(Tensor scale, Tensor shift, Tensor mean, Tensor variance) {
            this(
                    new TensorOptional(scale),
                    new TensorOptional(shift),
                    new TensorOptional(mean),
                    new TensorOptional(variance));
        }

        Tensor of(Tensor x) {
            return torch.batch_norm(x, scale, shift, mean, variance, true, 0.1, 1e-5, true);
        }
    }
}
