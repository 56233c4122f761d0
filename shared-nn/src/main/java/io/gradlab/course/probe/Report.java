package io.gradlab.course.probe;

import io.gradlab.nn.tensor.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects an answer's values while a probe is carried out; copies every tensor. */
final class Report {
    private final Map<String, Value> values;

    Report(Map<String, Value> values) {
        this.values = values;
    }

    void put(String name, Value value) {
        values.put(name, value);
    }

    void put(String name, Tensor tensor) {
        values.put(name, Value.of(tensor.copy()));
    }

    /** Reports what the contract's method {@code method} returned, in the form that {@link ResultValue} gives it. */
    void result(String name, @Nullable Object result, String method) {
        put(name, ResultValue.of(result, method));
    }
}
