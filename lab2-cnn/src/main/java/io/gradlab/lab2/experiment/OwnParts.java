package io.gradlab.lab2.experiment;

import io.gradlab.cli.CommandFailed;
import io.gradlab.cli.UserError;
import io.gradlab.course.Lab1;
import io.gradlab.course.Lab2;
import io.gradlab.course.Labs;
import io.gradlab.course.NotImplemented;
import io.gradlab.course.Variant;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.AveragePool2d;
import io.gradlab.nn.layer.BatchNorm2d;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.LeakyRelu;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.Selu;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Puts somebody's own layers in place of the engine's, with the same first weights: those of lab 2, and of lab 1 where that
 * has them. What neither lab asks for stays the engine's.
 *
 * @param lab1 empty where there is no such implementation of it
 * @param chosen what is replaced
 */
record OwnParts(Lab2 lab2, Optional<Lab1> lab1, Set<Part> chosen) {

    /**
     * Finds an implementation.
     *
     * @throws UserError if there is none of lab 2
     */
    static OwnParts find(Variant variant, Set<Part> chosen) {
        try {
            return new OwnParts(Labs.find("lab2", Lab2.class, variant), lab1(variant), chosen);
        } catch (IllegalArgumentException e) {
            throw new UserError("--with " + variant.label() + ": " + e.getMessage(), e);
        }
    }

    private static Optional<Lab1> lab1(Variant variant) {
        try {
            return Optional.of(Labs.find("lab1", Lab1.class, variant));
        } catch (IllegalArgumentException absent) {
            return Optional.empty();
        }
    }

    /**
     * Returns the same network of the chosen own layers.
     *
     * @throws CommandFailed if one of them is not written yet
     */
    Layer network(Layer engine) {
        if (!(engine instanceof Sequential sequential)) {
            return engine;
        }
        SequencedMap<String, Layer> layers = new LinkedHashMap<>();
        try {
            sequential.layers().forEach((name, layer) -> layers.put(name, layer(layer)));
        } catch (NotImplemented stub) {
            throw new CommandFailed(stub.getMessage() + "; write it, then `./gradlab check " + stub.task() + "`", stub);
        }
        return new Sequential(layers);
    }

    /** Returns the own cross-entropy in place of the engine's; other losses stay, and smoothed targets. */
    Loss loss(Loss engine) {
        boolean replaced = engine instanceof CrossEntropy plain && !plain.smooths() && chosen.contains(Part.LOSS);
        return replaced ? lab1.map(Lab1::crossEntropy).orElse(engine) : engine;
    }

    private Layer layer(Layer engine) {
        return switch (engine) {
            case Conv2d conv
            when chosen.contains(Part.CONV2D) ->
                lab2.convolution(
                        value(conv, 0),
                        value(conv, 1),
                        conv.window().stride(),
                        conv.window().padding());
            case MaxPool2d pool
            when chosen.contains(Part.MAXPOOL) ->
                lab2.maxPool(pool.window().kernelHeight(), pool.window().stride());
            case AveragePool2d pool
            when chosen.contains(Part.AVGPOOL) ->
                lab2.averagePool(pool.window().kernelHeight(), pool.window().stride());
            case BatchNorm2d norm
            when chosen.contains(Part.BATCHNORM) -> lab2.batchNorm(value(norm, 0), value(norm, 1));
            case Dropout dropout
            when chosen.contains(Part.DROPOUT) ->
                dropout.dropsChannels() ? lab2.dropout2d(dropout.rate()) : lab2.dropout(dropout.rate());
            case Flatten flatten when chosen.contains(Part.FLATTEN) -> lab2.flatten();
            case Dense dense
            when chosen.contains(Part.DENSE) ->
                lab1.map(own -> own.dense(value(dense, 0), value(dense, 1))).orElse(dense);
            case Activation activation
            when chosen.contains(Part.ACTIVATION) ->
                lab1.map(own -> own.activation(activation.kind())).orElse(activation);
            case LeakyRelu leaky when chosen.contains(Part.ACTIVATION) -> lab2.leakyRelu(leaky.slope());
            case Selu selu when chosen.contains(Part.ACTIVATION) -> lab2.selu();
            default -> engine;
        };
    }

    private static Tensor value(Layer layer, int parameter) {
        return layer.parameters().get(parameter).value();
    }
}
