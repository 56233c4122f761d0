package io.gradlab.course.probe;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds a contract's methods by name, and turns a probe's values into what their parameters take. */
final class ContractCalls {
    private final Class<?> contract;
    private final Object implementation;
    private final Supplier<?> core;

    ContractCalls(Class<?> contract, Object implementation, Supplier<?> core) {
        this.contract = contract;
        this.implementation = implementation;
        this.core = core;
    }

    /** A method with its arguments, ready to be called. */
    record Call(Object target, Method method, Object[] arguments) {

        String name() {
            return method.getName();
        }

        @Nullable
        Object invoke() throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException wrapper) {
                throw wrapper.getCause() == null ? wrapper : wrapper.getCause();
            }
        }

        /** Returns the arguments that are tensors, by place. */
        Map<Integer, Tensor> tensors() {
            Map<Integer, Tensor> tensors = new TreeMap<>();
            for (int place = 0; place < arguments.length; place++) {
                if (arguments[place] instanceof Tensor tensor) {
                    tensors.put(place, tensor);
                }
            }
            return tensors;
        }

        /** Returns the arguments that are maps, by place. */
        Map<Integer, Map<?, ?>> maps() {
            Map<Integer, Map<?, ?>> maps = new TreeMap<>();
            for (int place = 0; place < arguments.length; place++) {
                if (arguments[place] instanceof Map<?, ?> map) {
                    maps.put(place, map);
                }
            }
            return maps;
        }
    }

    Call prepare(String name, List<Value> values) {
        Method method = method(name, values.size());
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int place = 0; place < types.length; place++) {
            arguments[place] = convert(values.get(place), types[place]);
        }
        return new Call(implementation, method, arguments);
    }

    private Method method(String name, int parameters) {
        for (Method method : contract.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                method.trySetAccessible();
                return method;
            }
        }
        throw new IllegalArgumentException(
                contract.getSimpleName() + " has no method " + name + " with " + parameters + " parameters");
    }

    private Object convert(Value value, Class<?> type) {
        return switch (value) {
            case Value.Numbers(Tensor tensor) when type == Tensor.class -> tensor.copy();
            case Value.Real(double number) when type == double.class -> number;
            case Value.Whole(long number) when type == double.class -> (double) number;
            case Value.Whole(long number) when type == long.class -> number;
            case Value.Whole(long number) when type == int.class -> Math.toIntExact(number);
            case Value.Whole(long number) when type == Seed.class -> new Seed(number);
            case Value.Text(String text) when type == String.class -> text;
            case Value.Text(String text) when type.isEnum() -> constant(type, text);
            case Value.Wholes wholes when type == List.class -> wholes.values();
            case Value.Wholes wholes
            when type == int[].class ->
                wholes.values().stream().mapToInt(Integer::intValue).toArray();
            case Value.Wholes wholes when type == byte[].class -> bytes(wholes.values());
            case Value.Group group when type == Map.class -> tensors(group.values());
            case Value.Group(List<Value> network)
            when type == Sequential.class -> NetworkValue.make(network, tensors(elements(network.get(2))));
            case Value.Group group when type == List.class -> parameters(group.values());
            case Value.Group group when type.isRecord() -> record(type, group.values());
            case Value.Parts parts
            when type == contract -> parts == Value.Parts.OWN ? implementation : contract.cast(core.get());
            default -> throw new IllegalArgumentException("A " + type.getSimpleName() + " cannot be made of " + value);
        };
    }

    private static byte[] bytes(List<Integer> wholes) {
        byte[] bytes = new byte[wholes.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = wholes.get(i).byteValue();
        }
        return bytes;
    }

    private static List<Value> elements(Value group) {
        return group instanceof Value.Group(List<Value> values) ? values : List.of();
    }

    private static Map<String, Tensor> tensors(List<Value> values) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i += 2) {
            if (values.get(i) instanceof Value.Text(String name)
                    && values.get(i + 1) instanceof Value.Numbers(Tensor tensor)) {
                tensors.put(name, tensor.copy());
            } else {
                throw new IllegalArgumentException("A map holds names and tensors in turn, but got " + values);
            }
        }
        return tensors;
    }

    /** Makes parameters of names and tensors in turn; as those of an optimizer, every second one is a bias. */
    private static List<Parameter> parameters(List<Value> values) {
        List<Parameter> parameters = new ArrayList<>();
        tensors(values)
                .forEach((name, tensor) -> parameters.add(
                        parameters.size() % 2 == 0 ? Parameter.weight(name, tensor) : Parameter.bias(name, tensor)));
        return parameters;
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(candidate -> ((Enum<?>) candidate).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no constant " + name));
    }

    private Object record(Class<?> type, List<Value> values) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != values.size()) {
            throw new IllegalArgumentException("A " + type.getSimpleName() + " has " + components.length
                    + " components, but got " + values.size());
        }
        Class<?>[] types = new Class<?>[components.length];
        Object[] arguments = new Object[components.length];
        for (int place = 0; place < components.length; place++) {
            types[place] = components[place].getType();
            arguments[place] = convert(values.get(place), types[place]);
        }
        try {
            return type.getConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException problem) {
            throw new IllegalArgumentException("A " + type.getSimpleName() + " cannot be made of " + values, problem);
        }
    }
}
