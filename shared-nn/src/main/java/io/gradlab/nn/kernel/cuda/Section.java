package io.gradlab.nn.kernel.cuda;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Launches between two moments at which the host waits, written down; a graph once they have been seen to repeat. */
final class Section {
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable LaunchGraph graph;

    /** One launch: all but the arguments stays. */
    private static final class Entry {
        final long function;
        final Grid grid;
        final long[] arguments;

        Entry(long function, Grid grid, ByteBuffer arguments) {
            this.function = function;
            this.grid = grid;
            this.arguments = new long[arguments.remaining() / Launch.SLOT];
            update(arguments);
        }

        /** Takes over arguments and returns whether any was another. */
        boolean update(ByteBuffer now) {
            boolean changed = false;
            for (int i = 0; i < arguments.length; i++) {
                long argument = now.getLong(i * Launch.SLOT);
                changed |= argument != arguments[i];
                arguments[i] = argument;
            }
            return changed;
        }

        void writeTo(ByteBuffer slots) {
            slots.clear();
            for (long argument : arguments) {
                slots.putLong(argument);
            }
            slots.flip();
        }
    }

    int size() {
        return entries.size();
    }

    boolean hasGraph() {
        return graph != null;
    }

    void add(long function, Grid grid, ByteBuffer arguments) {
        entries.add(new Entry(function, grid, arguments));
    }

    /** Returns whether launch {@code index} is this one, whatever its arguments. */
    boolean isAt(int index, long function, Grid grid, ByteBuffer arguments) {
        if (index >= entries.size()) {
            return false;
        }
        Entry entry = entries.get(index);
        return entry.function == function
                && entry.arguments.length == arguments.remaining() / Launch.SLOT
                && entry.grid.equals(grid);
    }

    /** Takes over the arguments of launch {@code index}, also into the graph. */
    void update(int index, ByteBuffer arguments) {
        Entry entry = entries.get(index);
        if (entry.update(arguments) && graph != null) {
            graph.change(index, entry.function, entry.grid, arguments);
        }
    }

    /** Makes the graph. */
    void seal(Driver driver, ByteBuffer slots) {
        LaunchGraph made = driver.graph();
        for (Entry entry : entries) {
            entry.writeTo(slots);
            made.add(entry.function, entry.grid, slots);
        }
        made.seal();
        graph = made;
    }

    /** Starts all launches by the graph. */
    void launchGraph() {
        if (graph == null) {
            throw new IllegalStateException("a section without a graph");
        }
        graph.launch();
    }

    /** Starts the first {@code count} launches one by one. */
    void launchFirst(int count, Driver driver, ByteBuffer slots) {
        for (Entry entry : entries.subList(0, count)) {
            entry.writeTo(slots);
            driver.launch(entry.function, entry.grid, slots);
        }
    }

    /** Returns the first {@code count} launches as a section of its own. */
    Section first(int count) {
        Section prefix = new Section();
        prefix.entries.addAll(entries.subList(0, count));
        return prefix;
    }

    void close() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }
}
