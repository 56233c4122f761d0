package io.gradlab.nn.kernel.cuda;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A driver that runs nothing, and writes down what it would: each launch with its arguments, in order. */
final class WritingDriver implements Driver {
    final List<String> ran = new ArrayList<>();
    final Map<Long, Long> blocks = new HashMap<>(); // bytes by address
    int graphLaunches;
    int openGraphs;
    long limit = Long.MAX_VALUE;
    private long nextAddress = 4096;

    @Override
    public DeviceFacts facts() {
        return new DeviceFacts("Paper", 90, 1, 1L << 30, 13_000);
    }

    @Override
    public long freeBytes() {
        return limit - taken();
    }

    long taken() {
        return blocks.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public long allocate(long bytes) {
        if (taken() + bytes > limit) {
            return 0;
        }
        long address = nextAddress;
        nextAddress += bytes;
        blocks.put(address, bytes);
        return address;
    }

    @Override
    public void release(long address) {
        if (blocks.remove(address) == null) {
            throw new IllegalStateException("given back twice");
        }
    }

    @Override
    public void upload(float[] source, int count, long target) {
        ran.add("upload");
    }

    @Override
    public void download(long source, float[] target, int count) {
        ran.add("download");
    }

    @Override
    public void copy(long source, long target, long bytes) {
        ran.add("copy");
    }

    @Override
    public long function(String module, String name) {
        return name.hashCode() | 1L;
    }

    @Override
    public void launch(long function, Grid grid, ByteBuffer arguments) {
        ran.add(text(function, grid, arguments));
    }

    static String text(long function, Grid grid, ByteBuffer arguments) {
        long[] values = new long[arguments.remaining() / Launch.SLOT];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.getLong(i * Launch.SLOT);
        }
        return function + " " + grid.x() + " " + Arrays.toString(values);
    }

    @Override
    public void synchronize() {
        ran.add("synchronize");
    }

    @Override
    public LaunchGraph graph() {
        openGraphs++;
        return new LaunchGraph() {
            private final List<String> launches = new ArrayList<>();

            @Override
            public void add(long function, Grid grid, ByteBuffer arguments) {
                launches.add(text(function, grid, arguments));
            }

            @Override
            public void seal() {}

            @Override
            public void change(int index, long function, Grid grid, ByteBuffer arguments) {
                launches.set(index, text(function, grid, arguments));
            }

            @Override
            public void launch() {
                graphLaunches++;
                ran.addAll(launches);
            }

            @Override
            public void close() {
                openGraphs--;
            }
        };
    }

    @Override
    public void close() {}
}
