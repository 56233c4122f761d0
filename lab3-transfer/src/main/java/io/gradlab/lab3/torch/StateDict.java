package io.gradlab.lab3.torch;

import io.gradlab.lab3.torch.Pickled.Dict;
import io.gradlab.lab3.torch.Pickled.Storage;
import io.gradlab.lab3.torch.Pickled.View;
import io.gradlab.nn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dictionary of tensors, found in a pickle's values and checked: each tensor lies inside its storage. */
record StateDict(Map<String, View> tensors, Map<String, Storage> storages) {
    private static final String WRAPPER = "state_dict";

    /** Takes the dictionary that a pickle is, or that it holds under {@code state_dict}. */
    static StateDict of(Pickled table) {
        if (!(table instanceof Dict dict)) {
            throw new PickleException("holds no dictionary of tensors; save model.state_dict(), not the model");
        }
        Dict state = dict.entries.get(WRAPPER) instanceof Dict inner ? inner : dict;
        Map<String, View> tensors = new LinkedHashMap<>();
        Map<String, Storage> storages = new LinkedHashMap<>();
        state.entries.forEach((name, value) -> {
            if (!(value instanceof View view)) {
                throw new PickleException(
                        "has an entry \"" + name + "\" that is no tensor; save model.state_dict() alone");
            }
            requireInside(name, view);
            Storage first = storages.putIfAbsent(view.storage().key(), view.storage());
            if (first != null
                    && (first.type() != view.storage().type()
                            || first.elements() != view.storage().elements())) {
                throw new PickleException("is broken: tensor \"" + name + "\" sees its storage unlike the others");
            }
            tensors.put(name, view);
        });
        return new StateDict(tensors, storages);
    }

    /** Returns a view's shape. */
    static Shape shape(View view) {
        return Shape.of(view.shape().stream().mapToInt(Math::toIntExact).toArray());
    }

    /** Returns the index after a view's last number, counted from the storage's first. */
    static long end(View view) {
        long last = Math.addExact(view.storage().viewBegin(), view.begin());
        for (int axis = 0; axis < view.shape().size(); axis++) {
            long steps = view.shape().get(axis) - 1;
            if (steps < 0) {
                return last;
            }
            last = Math.addExact(last, Math.multiplyExact(steps, view.strides().get(axis)));
        }
        return last + 1;
    }

    private static void requireInside(String name, View view) {
        long elements = view.storage().elements();
        List<Long> strides = view.strides();
        try {
            boolean fits = strides.size() == view.shape().size()
                    && strides.stream().allMatch(stride -> stride >= 0)
                    && view.begin() >= 0
                    && shape(view).size() <= elements // so nothing is repeated, and a small file asks for little memory
                    && end(view) <= elements;
            if (fits) {
                return;
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            // numbers too large for any array: falls through to the refusal
        }
        throw new PickleException("is broken: tensor \"" + name + "\" lies outside of its storage of " + elements
                + " numbers (shape " + view.shape() + ", strides " + strides + ", from " + view.begin() + ")");
    }
}
