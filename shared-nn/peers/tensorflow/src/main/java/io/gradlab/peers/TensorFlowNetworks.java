package io.gradlab.peers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The four networks, from pixels to logits. */
final class TensorFlowNetworks {
    private TensorFlowNetworks() {}

    static Operand<TFloat32> mlp(Trainable net) {
        var x = net.relu(net.dense(net.pixels(), 784, 256));
        x = net.relu(net.dense(x, 256, 128));
        x = net.relu(net.dense(x, 128, 64));
        return net.dense(x, 64, 10);
    }

    static Operand<TFloat32> mnist(Trainable net) {
        var x = net.maxPool(net.relu(net.convolution(net.pixels(), 5, 1, 32)));
        x = net.maxPool(net.relu(net.convolution(x, 5, 32, 64)));
        x = net.relu(net.dense(net.flatten(x, 3136), 3136, 1024));
        return net.dense(net.dropout(x, 0.5f, 100, 1024), 1024, 10);
    }

    static Operand<TFloat32> cifar(Trainable net) {
        var x = block(net, net.pixels(), 3, 32, 64);
        x = block(net, x, 64, 128, 128);
        x = net.dropout(x, 0.05f, 64, 1, 1, 128);
        x = block(net, x, 128, 256, 256);
        x = net.dropout(net.flatten(x, 4096), 0.1f, 64, 4096);
        x = net.relu(net.dense(x, 4096, 1024));
        x = net.relu(net.dense(x, 1024, 512));
        return net.dense(net.dropout(x, 0.1f, 64, 512), 512, 10);
    }

    private static Operand<TFloat32> block(Trainable net, Operand<TFloat32> x, int in, int middle, int out) {
        var y = net.relu(net.batchNorm(net.convolution(x, 3, in, middle), middle));
        return net.maxPool(net.relu(net.convolution(y, 3, middle, out)));
    }

    static Operand<TFloat32> vgg16(Trainable net) {
        int[][] blocks = {{64, 64}, {128, 128}, {256, 256, 256}, {512, 512, 512}, {512, 512, 512}};
        Operand<TFloat32> x = net.pixels();
        int in = 3;
        for (int[] block : blocks) {
            for (int out : block) {
                x = net.relu(net.convolution(x, 3, in, out));
                in = out;
            }
            x = net.maxPool(x);
        }
        x = net.relu(net.dense(net.flatten(x, 25088), 25088, 4096));
        x = net.relu(net.dense(x, 4096, 4096));
        return net.dense(x, 4096, 1000);
    }
}
