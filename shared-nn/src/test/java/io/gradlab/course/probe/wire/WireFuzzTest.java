package io.gradlab.course.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mutated and random frames: what is no message ends in {@link WireException}, and in nothing else. */
class WireFuzzTest {
    private static final Seed SEED = new Seed(2026);

    @Test
    void mutatedFramesEndWell() throws IOException {
        fuzz(Integer.getInteger("gradlab.fuzz", 30_000)); // a million in the profile "thorough"
    }

    private static void fuzz(int count) throws IOException {
        List<byte[]> samples = samples();
        int refused = 0;
        for (int i = 0; i < count; i++) {
            RandomStream random = SEED.stream("fuzz", i);
            byte[] frame = i % 10 == 0 ? noise(random) : mutated(samples.get(random.below(0, samples.size())), random);
            try {
                read(frame);
            } catch (WireException expected) {
                refused++;
            }
        }
        assertThat(refused).as("a mutation is noticed more often than not").isGreaterThan(count / 2);
    }

    private static void read(byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        for (Frame frame = Frames.read(in).orElse(null);
                frame != null;
                frame = Frames.read(in).orElse(null)) {
            switch (frame.kind()) {
                case START -> Start.read(frame.content());
                case PROBE -> ProbeCodec.read(frame.content());
                case ANSWER -> AnswerCodec.read(frame.content());
                case READY, TROUBLE -> {}
            }
        }
    }

    private static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (var probe : ProbeSamples.probes()) {
            samples.add(bytes(new Frame(Frame.Kind.PROBE, ProbeCodec.write(probe))));
        }
        samples.add(bytes(new Frame(Frame.Kind.ANSWER, AnswerCodec.write(ProbeSamples.answer()))));
        return samples;
    }

    private static byte[] bytes(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.write(out, frame);
        return out.toByteArray();
    }

    private static byte[] noise(RandomStream random) {
        byte[] bytes = new byte[random.below(1, 200)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.bits(2 + i);
        }
        return bytes;
    }

    /** Returns a copy with some bytes changed, or cut, or with a piece repeated. */
    private static byte[] mutated(byte[] sample, RandomStream random) {
        byte[] bytes = sample.clone();
        for (int k = 0; k <= random.below(1, 4); k++) {
            int at = random.below(10 + 3 * k, bytes.length);
            switch (random.below(11 + 3 * k, 4)) {
                case 0 -> bytes[at] = (byte) random.bits(12 + 3 * k);
                case 1 -> bytes[at] ^= (byte) (1 << random.below(12 + 3 * k, 8));
                case 2 -> bytes[at] = (byte) 0xFF;
                default -> bytes = k == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
            if (bytes.length == 0) {
                return bytes;
            }
        }
        return bytes;
    }
}
