package io.gradlab.peers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The four networks. */
final class PyTorchNetworks {
    private PyTorchNetworks() {}

    static final class Mlp extends PyTorchNetwork {
        private final List<Dense> hidden = List.of(dense(784, 256), dense(256, 128), dense(128, 64));
        private final Dense last = dense(64, 10);

        @Override
        Tensor forward(Tensor pixels) {
            Tensor x = pixels;
            for (Dense layer : hidden) {
                x = torch.relu_(layer.of(x));
            }
            return last.of(x);
        }
    }

    static final class Mnist extends PyTorchNetwork {
        private final Convolution first = convolution(5, 1, 32);
        private final Convolution second = convolution(5, 32, 64);
        private final Dense hidden = dense(3136, 1024);
        private final Dense last = dense(1024, 10);

        @Override
        Tensor forward(Tensor pixels) {
            Tensor x = pool(torch.relu_(first.of(pixels)));
            x = pool(torch.relu_(second.of(x)));
            x = torch.relu_(hidden.of(x.flatten(1, -1)));
            return last.of(torch.dropout(x, 0.5, true));
        }
    }

    static final class Cifar extends PyTorchNetwork {
        private final Convolution[] convolutions = {
            convolution(3, 3, 32),
            convolution(3, 32, 64),
            convolution(3, 64, 128),
            convolution(3, 128, 128),
            convolution(3, 128, 256),
            convolution(3, 256, 256)
        };
        private final Norm[] norms = {norm(32), norm(128), norm(256)};
        private final Dense first = dense(4096, 1024);
        private final Dense second = dense(1024, 512);
        private final Dense last = dense(512, 10);

        @Override
        Tensor forward(Tensor pixels) {
            Tensor x = torch.feature_dropout(block(1, block(0, pixels)), 0.05, true);
            x = torch.dropout(block(2, x).flatten(1, -1), 0.1, true);
            x = torch.relu_(second.of(torch.relu_(first.of(x))));
            return last.of(torch.dropout(x, 0.1, true));
        }

        private Tensor block(int i, Tensor x) {
            Tensor y = torch.relu_(norms[i].of(convolutions[2 * i].of(x)));
            return pool(torch.relu_(convolutions[2 * i + 1].of(y)));
        }
    }

    static final class Vgg16 extends PyTorchNetwork {
        private static final int[][] BLOCKS = {{64, 64}, {128, 128}, {256, 256, 256}, {512, 512, 512}, {512, 512, 512}};
        private final List<List<Convolution>> blocks = new ArrayList<>();
        private final Dense first = dense(25088, 4096);
        private final Dense second = dense(4096, 4096);
        private final Dense last = dense(4096, 1000);

        Vgg16() {
            int in = 3;
            for (int[] block : BLOCKS) {
                List<Convolution> layers = new ArrayList<>();
                for (int out : block) {
                    layers.add(convolution(3, in, out));
                    in = out;
                }
                blocks.add(layers);
            }
        }

        @Override
        Tensor forward(Tensor pixels) {
            Tensor x = pixels;
            for (List<Convolution> block : blocks) {
                for (Convolution convolution : block) {
                    x = torch.relu_(convolution.of(x));
                }
                x = pool(x);
            }
            x = torch.relu_(first.of(x.flatten(1, -1)));
            return last.of(torch.relu_(second.of(x)));
        }
    }
}
