package io.gradlab.course.probe;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a contract's method returned into a value that an answer can hold. Tensors are copied; a list becomes a
 * group of its elements (of integers: wholes), a map a group of keys and values in turn, a record a group of its
 * components, bytes become wholes in -128 .. 127, a truth value 0 or 1, a seed its number.
 */
final class ResultValue {

    private ResultValue() {}

    static Value of(@Nullable Object result, String method) {
        return switch (BadAnswer.unlessNull(result, method + " returned null")) {
            case Tensor tensor -> Value.of(tensor.copy());
            case int[] labels -> Value.of(labels);
            case byte[] bytes -> Value.of(bytes);
            case Double number -> Value.of(number);
            case Float number -> Value.of(number.doubleValue());
            case Integer number -> Value.of(number.longValue());
            case Long number -> Value.of(number);
            case Boolean truth -> Value.of(truth ? 1L : 0L);
            case Enum<?> constant -> Value.of(constant);
            case String text -> new Value.Text(text);
            case Seed seed -> Value.of(seed.value());
            case List<?> list -> list(list, method);
            case Map<?, ?> map -> map(map, method);
            case Record group -> components(group, method);
            case Object other ->
                throw new IllegalStateException(
                        method + " returns a " + other.getClass().getSimpleName() + ", which no answer can hold");
        };
    }

    private static Value list(List<?> list, String method) {
        List<Integer> wholes = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (Object element : list) {
            values.add(of(element, "in its list " + method));
            if (element instanceof Integer number) {
                wholes.add(number);
            }
        }
        return wholes.size() == values.size() ? new Value.Wholes(wholes) : new Value.Group(values);
    }

    private static Value map(Map<?, ?> map, String method) {
        List<Value> values = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            values.add(of(entry.getKey(), "in its map " + method));
            values.add(of(entry.getValue(), "in its map " + method));
        }
        return new Value.Group(values);
    }

    private static Value components(Record group, String method) {
        List<Value> values = new ArrayList<>();
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(group);
                values.add(of(value, "as " + component.getName() + " " + method));
            } catch (ReflectiveOperationException problem) {
                throw new IllegalStateException("A " + group.getClass().getSimpleName() + " cannot be read", problem);
            }
        }
        return new Value.Group(values);
    }
}
