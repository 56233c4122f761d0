package io.gradlab.nn.kernel.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spares the host's work for launches that repeat. Between two moments at which the host waits (a batch goes up, a loss
 * comes down), a training step launches what the step before did, with other numbers in a few arguments at most. The first
 * time such a section is written down; the second time it is found to be the same and made a CUDA graph; from the third
 * time on its launches are only compared with those written down, differing arguments are changed in the graph, and the
 * whole of it starts at one request when the host is about to wait. A launch that does not fit ends that: those held back
 * are started one by one, and the section is written down anew.
 *
 * <p>What runs, with which arguments and in which order, is the same with and without. Layers and optimizers know nothing
 * of it.
 */
final class Replay {
    /** Set to {@code off} to start every launch by itself. */
    static final String PROPERTY = "gradlab.cuda.graphs";

    private static final int LEAST_CUDA = 12_000; // JCuda asks for calls that older drivers do not have
    private static final int FEWEST_LAUNCHES = 4; // a graph of fewer gains nothing
    private static final int MOST_LAUNCHES = 1_000; // in a section
    private static final int MOST_SECTIONS = 16;

    private enum State {
        /** Nothing has been launched since the host waited. */
        FRESH,
        /** Launches start at once and are written down. */
        WRITING,
        /** Launches start at once and are compared with a section without a graph. */
        COMPARING,
        /** Launches are compared with a section that has a graph, and held back. */
        HOLDING
    }

    private record Key(long function, Grid grid, long firstArgument) {}

    private final Driver driver;
    private final boolean on;
    private final ByteBuffer slots =
            ByteBuffer.allocateDirect(Launch.SLOT * Launch.MOST_ARGUMENTS).order(ByteOrder.nativeOrder());
    private final Map<Key, Section> sections = new LinkedHashMap<>(16, 0.75f, true) { // the least recently used goes
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Section> eldest) {
                    boolean full = size() > MOST_SECTIONS;
                    if (full) {
                        eldest.getValue().close();
                    }
                    return full;
                }
            };
    private State state = State.FRESH;
    private @Nullable Key key; // of the section under way
    private Section section = new Section();
    private int at; // launches of the section so far

    Replay(Driver driver) {
        this.driver = driver;
        this.on = driver.facts().driverVersion() >= LEAST_CUDA
                && !System.getProperty(PROPERTY, "").equals("off");
    }

    /** Starts a launch, now or before the host next waits. */
    void launch(long function, Grid grid, ByteBuffer arguments) {
        if (!on) {
            driver.launch(function, grid, arguments);
            return;
        }
        if (at >= MOST_LAUNCHES) {
            flush(); // whoever never waits, a benchmark say, is not held back for ever
        }
        if (state == State.FRESH) {
            begin(function, grid, arguments);
        }
        if (state != State.WRITING && !section.isAt(at, function, grid, arguments)) {
            writeAnew();
        }
        switch (state) {
            case HOLDING -> section.update(at, arguments);
            case COMPARING -> {
                section.update(at, arguments);
                driver.launch(function, grid, arguments);
            }
            default -> {
                section.add(function, grid, arguments);
                driver.launch(function, grid, arguments);
            }
        }
        at++;
    }

    private void begin(long function, Grid grid, ByteBuffer arguments) {
        Key first = new Key(function, grid, arguments.remaining() < Launch.SLOT ? 0 : arguments.getLong(0));
        Section known = sections.get(first);
        key = first;
        at = 0;
        section = known == null ? new Section() : known;
        state = known == null ? State.WRITING : known.hasGraph() ? State.HOLDING : State.COMPARING;
    }

    /** Leaves the section that no longer fits, and goes on writing from where it did. */
    private void writeAnew() {
        Section prefix = section.first(at);
        if (state == State.HOLDING) {
            section.launchFirst(at, driver, slots);
        }
        section.close();
        section = prefix;
        state = State.WRITING;
    }

    /** Starts what is held back; to be called before the host waits, or does anything but launching. */
    void flush() {
        if (state == State.FRESH) {
            return;
        }
        if (state != State.WRITING && at < section.size()) {
            writeAnew();
        }
        switch (state) {
            case HOLDING -> section.launchGraph();
            case COMPARING -> {
                if (section.size() >= FEWEST_LAUNCHES) {
                    section.seal(driver, slots);
                }
            }
            default -> sections.put(key, section);
        }
        state = State.FRESH;
        at = 0;
    }

    /** Returns how many sections have a graph, for tests. */
    int graphs() {
        return (int) sections.values().stream().filter(Section::hasGraph).count();
    }

    /** Gives the graphs back. */
    void close() {
        flush();
        sections.values().forEach(Section::close);
        sections.clear();
    }
}
