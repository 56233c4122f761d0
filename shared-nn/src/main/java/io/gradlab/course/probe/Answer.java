package io.gradlab.course.probe;

import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came back from a probe: values by name, or the reason why there are none.
 *
 * @param values what {@link Probe}'s records say, as far as the implementation got
 * @param failure what stopped it, if anything did
 * @param printed what the implementation printed meanwhile, possibly cut
 */
public record Answer(Map<String, Value> values, Optional<Failure> failure, String printed) {

    /** Keeps a copy of the map, in its order. */
    public Answer {
        values = new LinkedHashMap<>(values);
    }

    /** Returns a tensor, which must be there. */
    public Tensor tensor(String name) {
        if (values.get(name) instanceof Value.Numbers(Tensor tensor)) {
            return tensor;
        }
        throw new IllegalArgumentException("The answer has no tensor " + name + ", only " + values.keySet());
    }

    /** Returns whether there is a value of this name. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns a number, which must be there. */
    public double number(String name) {
        return switch (values.get(name)) {
            case Value.Real(double value) -> value;
            case Value.Whole(long value) -> value;
            case null, default ->
                throw new IllegalArgumentException("The answer has no number " + name + ", only " + values.keySet());
        };
    }

    /** Returns labels, which must be there. */
    public int[] labels(String name) {
        if (values.get(name) instanceof Value.Wholes wholes) {
            return wholes.values().stream().mapToInt(Integer::intValue).toArray();
        }
        throw new IllegalArgumentException("The answer has no labels " + name + ", only " + values.keySet());
    }
}
