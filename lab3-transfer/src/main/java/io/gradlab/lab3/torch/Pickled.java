package io.gradlab.lab3.torch;

import io.gradlab.nn.io.NumberType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a pickle: the few kinds that a dictionary of weights is made of. None of them can do anything. */
sealed interface Pickled {

    /** Python's None. */
    enum Nothing implements Pickled {
        NONE
    }

    /** A string. */
    record Text(String text) implements Pickled {}

    /** An int or a bool. */
    record Whole(long number) implements Pickled {}

    /** A float. */
    record Real(double number) implements Pickled {}

    /** A tuple. */
    record Tuple(List<Pickled> items) implements Pickled {}

    /** A list; it may hold itself, so it is never printed, hashed or compared. */
    final class Items implements Pickled {
        final List<Pickled> items = new ArrayList<>();
    }

    /** A dict or OrderedDict; keys are strings, or ints as strings. */
    final class Dict implements Pickled {
        final Map<String, Pickled> entries = new LinkedHashMap<>();
    }

    /** One of the known functions and classes. */
    record Named(TorchName name) implements Pickled {}

    /**
     * Numbers in the file.
     *
     * @param elements how many there are
     * @param viewBegin the first one that this reference sees
     */
    record Storage(NumberType type, String key, long elements, long viewBegin) implements Pickled {}

    /** A tensor over a storage: number (i, j, …) stands at {@code begin + i·strides[0] + j·strides[1] + …}. */
    record View(Storage storage, long begin, List<Long> shape, List<Long> strides) implements Pickled {}
}
