package io.gradlab.lab3.torch;

import java.util.ArrayList;
import java.util.List;

/** The pickle machine's stack, with its marks. */
final class PickleStack {
    private final List<Pickled> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>(); // sizes of the stack when each mark was set, never falling

    void push(Pickled value) {
        values.add(value);
    }

    void mark() {
        marks.add(values.size());
    }

    Pickled peek() {
        requireOne();
        return values.getLast();
    }

    Pickled pop() {
        requireOne();
        return values.removeLast();
    }

    /** Pops a value of the given kind. */
    <T extends Pickled> T pop(Class<T> kind) {
        return cast(pop(), kind);
    }

    /** Returns the top value, which must be of the given kind. */
    <T extends Pickled> T peek(Class<T> kind) {
        return cast(peek(), kind);
    }

    /** Pops the latest mark and all above it. */
    List<Pickled> popToMark() {
        if (marks.isEmpty()) {
            throw new PickleException("is broken: its pickle lacks a mark");
        }
        List<Pickled> above = values.subList(marks.removeLast(), values.size());
        List<Pickled> popped = List.copyOf(above);
        above.clear();
        return popped;
    }

    /** Pops so many values. */
    List<Pickled> pop(int count) {
        List<Pickled> popped = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            popped.addFirst(pop());
        }
        return List.copyOf(popped);
    }

    static <T extends Pickled> T cast(Pickled value, Class<T> kind) {
        if (!kind.isInstance(value)) {
            throw new PickleException(
                    "is broken: its pickle has a " + name(value.getClass()) + " where a " + name(kind) + " belongs");
        }
        return kind.cast(value);
    }

    private void requireOne() {
        if (values.size() <= (marks.isEmpty() ? 0 : marks.getLast())) {
            throw new PickleException("is broken: its pickle takes more than it has");
        }
    }

    private static String name(Class<?> kind) {
        return kind.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
