package io.gradlab.peers;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The four networks. A dropout's number is the share that is kept, as this framework has it. */
final class Dl4jNetworks {
    private Dl4jNetworks() {}

    static MultiLayerConfiguration mlp() {
        return start(new Sgd(0.1))
                .layer(dense(256))
                .layer(dense(128))
                .layer(dense(64))
                .layer(output(10))
                .setInputType(InputType.feedForward(784))
                .build();
    }

    static MultiLayerConfiguration mnist() {
        return start(new Adam(1e-4))
                .layer(convolution(5, 32))
                .layer(pool())
                .layer(convolution(5, 64))
                .layer(pool())
                .layer(dense(1024))
                .layer(new DropoutLayer(0.5))
                .layer(output(10))
                .setInputType(InputType.convolutional(28, 28, 1))
                .build();
    }

    static MultiLayerConfiguration cifar() {
        ListBuilder layers = start(new Adam(1e-3));
        block(layers, 32, 64);
        block(layers, 128, 128);
        layers.layer(new DropoutLayer.Builder(new SpatialDropout(0.95)).build());
        block(layers, 256, 256);
        return layers.layer(new DropoutLayer(0.9))
                .layer(dense(1024))
                .layer(dense(512))
                .layer(new DropoutLayer(0.9))
                .layer(output(10))
                .setInputType(InputType.convolutional(32, 32, 3))
                .build();
    }

    static MultiLayerConfiguration vgg16() {
        ListBuilder layers = start(new Sgd(0.1));
        int[][] blocks = {{64, 64}, {128, 128}, {256, 256, 256}, {512, 512, 512}, {512, 512, 512}};
        for (int[] block : blocks) {
            for (int channels : block) {
                layers.layer(convolution(3, channels));
            }
            layers.layer(pool());
        }
        return layers.layer(dense(4096))
                .layer(dense(4096))
                .layer(output(1000))
                .setInputType(InputType.convolutional(224, 224, 3))
                .build();
    }

    private static void block(ListBuilder layers, int middle, int out) {
        layers.layer(plainConvolution(3, middle).activation(Activation.IDENTITY).build())
                .layer(new BatchNormalization.Builder()
                        .activation(Activation.RELU)
                        .build())
                .layer(convolution(3, out))
                .layer(pool());
    }

    private static ListBuilder start(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.RELU)
                .updater(updater)
                .list();
    }

    private static ConvolutionLayer convolution(int kernel, int channels) {
        return plainConvolution(kernel, channels).activation(Activation.RELU).build();
    }

    private static ConvolutionLayer.Builder plainConvolution(int kernel, int channels) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .padding(kernel / 2, kernel / 2)
                .nOut(channels);
    }

    private static SubsamplingLayer pool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static DenseLayer dense(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
    }

    private static OutputLayer output(int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(classes)
                .build();
    }
}
