package io.gradlab.course.probe;

import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
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
            return ints(wholes);
        }
        throw new IllegalArgumentException("The answer has no labels " + name + ", only " + values.keySet());
    }

    /** Returns a list of labels, which must be there. */
    public List<int[]> lists(String name) {
        return group(name).stream()
                .map(element -> element instanceof Value.Wholes wholes ? ints(wholes) : new int[0])
                .toList();
    }

    /** Returns bytes, which must be there. */
    public byte[] bytes(String name) {
        int[] wholes = labels(name);
        byte[] bytes = new byte[wholes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) wholes[i];
        }
        return bytes;
    }

    /** Returns tensors by name, which must be there, in their order. */
    public Map<String, Tensor> tensors(String name) {
        List<Value> values = group(name);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i + 1 < values.size(); i += 2) {
            if (values.get(i) instanceof Value.Text(String key)
                    && values.get(i + 1) instanceof Value.Numbers(Tensor tensor)) {
                tensors.put(key, tensor);
            }
        }
        return tensors;
    }

    /** Returns a text or an enum constant's name, which must be there. */
    public String text(String name) {
        if (values.get(name) instanceof Value.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException("The answer has no text " + name + ", only " + values.keySet());
    }

    private List<Value> group(String name) {
        return switch (values.get(name)) {
            case Value.Group group -> group.values();
            case Value.Wholes(List<Integer> none) when none.isEmpty() -> List.of();
            case null, default ->
                throw new IllegalArgumentException("The answer has no list " + name + ", only " + values.keySet());
        };
    }

    private static int[] ints(Value.Wholes wholes) {
        return wholes.values().stream().mapToInt(Integer::intValue).toArray();
    }
}
