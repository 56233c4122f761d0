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

    /** Reports what the contract's method {@code method} returned: a tensor, a number, or labels. */
    void result(String name, @Nullable Object result, String method) {
        switch (BadAnswer.unlessNull(result, method + " returned null")) {
            case Tensor tensor -> put(name, tensor);
            case int[] labels -> put(name, Value.of(labels));
            case Double number -> put(name, Value.of(number));
            case Float number -> put(name, Value.of(number.doubleValue()));
            case Integer number -> put(name, Value.of(number.longValue()));
            case Long number -> put(name, Value.of(number));
            case Object other ->
                throw new IllegalStateException(
                        method + " returns a " + other.getClass().getSimpleName() + ", which no answer can hold");
        }
    }
}
