package io.gradlab.course.probe;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A value that a probe carries to an implementation or an answer carries back. */
public sealed interface Value {

    /** A host tensor. */
    record Numbers(Tensor tensor) implements Value {}

    /** A number: an int, a double, or a seed's value travels as the type that the contract's method takes. */
    record Real(double value) implements Value {}

    /** An integer of 64 bits, for counts and seeds. */
    record Whole(long value) implements Value {}

    /** A text: the name of an enum constant, for example. */
    record Text(String text) implements Value {}

    /** Integers, for labels and layer sizes. */
    record Wholes(List<Integer> values) implements Value {
        /** Keeps an unmodifiable copy. */
        public Wholes {
            values = List.copyOf(values);
        }
    }

    /** The values of a record's components, in order, for example of {@link io.gradlab.course.MlpConfig}. */
    record Group(List<Value> values) implements Value {
        /** Keeps an unmodifiable copy. */
        public Group {
            values = List.copyOf(values);
        }
    }

    /** A place where the implementation that is tested passes the engine's parts, or its own. */
    enum Parts implements Value {
        /** The engine's, so that a task is checked independently of those before it. */
        CORE,
        /** The tested implementation itself. */
        OWN
    }

    /** Wraps a tensor. */
    static Value of(Tensor tensor) {
        return new Numbers(tensor);
    }

    /** Wraps a number. */
    static Value of(double value) {
        return new Real(value);
    }

    /** Wraps an integer. */
    static Value of(long value) {
        return new Whole(value);
    }

    /** Wraps an enum constant by its name. */
    static Value of(Enum<?> constant) {
        return new Text(constant.name());
    }

    /** Wraps bytes as integers in -128 .. 127. */
    static Value of(byte[] bytes) {
        List<Integer> wholes = new ArrayList<>(bytes.length);
        for (byte one : bytes) {
            wholes.add((int) one);
        }
        return new Wholes(wholes);
    }

    /** Wraps tensors by name: names and tensors in turn, in the map's order. */
    static Value of(Map<String, Tensor> tensors) {
        List<Value> values = new ArrayList<>();
        tensors.forEach((name, tensor) -> {
            values.add(new Text(name));
            values.add(of(tensor));
        });
        return new Group(values);
    }

    /**
     * Wraps a network of the engine's layers, for parameters that are a {@code Sequential}.
     *
     * @param text as {@link io.gradlab.nn.layer.NetworkText} reads it
     * @param sample the shape of one sample
     * @param tensors its parameters and buffers by name
     */
    static Value ofNetwork(String text, Shape sample, Map<String, Tensor> tensors) {
        return NetworkValue.of(text, sample, tensors);
    }

    /** Wraps labels. */
    static Value of(int[] values) {
        return new Wholes(Arrays.stream(values).boxed().toList());
    }
}
