package io.gradlab.lab3.torch;

import io.gradlab.lab3.torch.Pickled.Dict;
import io.gradlab.lab3.torch.Pickled.Items;
import io.gradlab.lab3.torch.Pickled.Named;
import io.gradlab.lab3.torch.Pickled.Nothing;
import io.gradlab.lab3.torch.Pickled.Storage;
import io.gradlab.lab3.torch.Pickled.Text;
import io.gradlab.lab3.torch.Pickled.Tuple;
import io.gradlab.lab3.torch.Pickled.View;
import io.gradlab.lab3.torch.Pickled.Whole;
import java.util.ArrayList;
import java.util.List;

/** What the known names of a pickle of weights stand for: our own few lines, in place of the functions in torch. */
final class TorchCalls {
    private static final int MAX_RANK = 32;
    private static final int MAX_PAIRS = 1_000_000;

    private int pairs; // put into dictionaries so far: a small pickle may not ask for endless work

    /** Does what calling the name would do, as far as it is about data. */
    Pickled call(TorchName name, List<Pickled> arguments) {
        return switch (name) {
            case ORDERED_DICT -> orderedDict(arguments);
            case REBUILD_TENSOR -> view(name, arguments, 4, 4);
            case REBUILD_TENSOR_V2 -> view(name, arguments, 6, 7);
            case REBUILD_PARAMETER -> {
                requireCount(name, arguments, 3, 3);
                yield PickleStack.cast(arguments.getFirst(), View.class);
            }
            default -> throw new PickleException("refuses to call " + name + ": a storage is referred to, not made");
        };
    }

    /** Puts keys and values, in turns, into a dictionary. */
    void put(Dict dict, List<Pickled> keysAndValues) {
        if (keysAndValues.size() % 2 != 0) {
            throw new PickleException("is broken: a dictionary of its pickle has a key without a value");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            if (++pairs > MAX_PAIRS) {
                throw new PickleException("names more than " + MAX_PAIRS + " values; that is no file of weights");
            }
            dict.entries.put(key(keysAndValues.get(i)), keysAndValues.get(i + 1));
        }
    }

    /** Returns the storage of a persistent id: {@code ('storage', class, key, location, elements[, view])}. */
    Storage storage(List<Pickled> id) {
        if (id.size() < 5
                || id.size() > 6
                || !(id.getFirst() instanceof Text kind)
                || !kind.text().equals("storage")) {
            throw new PickleException("is broken: a reference of its pickle is not that of a storage");
        }
        long begin = 0;
        if (id.size() == 6 && id.get(5) != Nothing.NONE) { // (key, begin, elements), written until 2018
            List<Pickled> view = PickleStack.cast(id.get(5), Tuple.class).items();
            begin = view.size() == 3 ? whole(view.get(1)) : -1;
        }
        long elements = whole(id.get(4));
        if (elements < 0 || begin < 0 || begin > elements) {
            throw new PickleException("is broken: a storage has " + elements + " numbers, seen from number " + begin);
        }
        return new Storage(
                PickleStack.cast(id.get(1), Named.class).name().numbers(),
                PickleStack.cast(id.get(2), Text.class).text(),
                elements,
                begin);
    }

    private Dict orderedDict(List<Pickled> arguments) {
        requireCount(TorchName.ORDERED_DICT, arguments, 0, 1);
        Dict dict = new Dict();
        if (!arguments.isEmpty()) {
            for (Pickled pair : PickleStack.cast(arguments.getFirst(), Items.class).items) {
                List<Pickled> items = pair instanceof Items list ? list.items : items(pair);
                if (items.size() != 2) {
                    throw new PickleException("is broken: a dictionary of its pickle has an entry of " + items.size());
                }
                put(dict, items);
            }
        }
        return dict;
    }

    private static View view(TorchName name, List<Pickled> arguments, int least, int most) {
        requireCount(name, arguments, least, most);
        Storage storage = PickleStack.cast(arguments.getFirst(), Storage.class);
        return new View(storage, whole(arguments.get(1)), wholes(arguments.get(2)), wholes(arguments.get(3)));
    }

    private static void requireCount(TorchName name, List<Pickled> arguments, int least, int most) {
        if (arguments.size() < least || arguments.size() > most) {
            throw new PickleException("is broken: it gives " + name + " " + arguments.size() + " arguments");
        }
    }

    private static String key(Pickled key) {
        return key instanceof Whole whole
                ? Long.toString(whole.number())
                : PickleStack.cast(key, Text.class).text();
    }

    private static List<Pickled> items(Pickled tuple) {
        return PickleStack.cast(tuple, Tuple.class).items();
    }

    private static long whole(Pickled value) {
        return PickleStack.cast(value, Whole.class).number();
    }

    private static List<Long> wholes(Pickled tuple) {
        List<Pickled> items = items(tuple);
        if (items.size() > MAX_RANK) {
            throw new PickleException("has a tensor with " + items.size() + " dimensions");
        }
        List<Long> numbers = new ArrayList<>();
        items.forEach(item -> numbers.add(whole(item)));
        return List.copyOf(numbers);
    }
}
