package io.gradlab.course.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again as it was; what nobody wrote is refused. */
class WireTest {
    @ParameterizedTest
    @MethodSource("io.gradlab.course.probe.wire.ProbeSamples#probes")
    void everyProbeArrivesAsItWasSent(Probe probe) throws WireException {
        assertThat(ProbeCodec.read(ProbeCodec.write(probe)))
                .usingRecursiveComparison()
                .isEqualTo(probe);
    }

    @Test
    void anAnswerArrivesAsItWasSent() throws WireException {
        Answer answer = ProbeSamples.answer();
        assertThat(AnswerCodec.read(AnswerCodec.write(answer)))
                .usingRecursiveComparison()
                .isEqualTo(answer);
    }

    @Test
    void aStartArrivesAsItWasSent() throws WireException {
        Start start = new Start("lab1", "a.Contract", "b.Mine", Map.of("b.Mine", new byte[] {1, 2}));
        assertThat(Start.read(start.write())).usingRecursiveComparison().isEqualTo(start);
    }

    @Test
    void framesFollowEachOtherToTheEnd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.write(out, new Frame(Frame.Kind.PROBE, new byte[] {7}));
        Frames.write(out, new Frame(Frame.Kind.READY, new byte[0]));
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        assertThat(Frames.read(in).orElseThrow().content()).containsExactly(7);
        assertThat(Frames.read(in).orElseThrow().kind()).isEqualTo(Frame.Kind.READY);
        assertThat(Frames.read(in)).isEqualTo(Optional.empty());
    }

    @Test
    void refusesALengthThatIsTooLargeBeforeItAllocates() {
        byte[] header = ByteBuffer.allocate(9)
                .putInt(0x474C5031)
                .put((byte) 3)
                .putInt(Integer.MAX_VALUE)
                .array();
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(header)))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("claims 2147483647 bytes");
    }

    @Test
    void refusesWhatIsCutOffAndWhatIsNoFrame() {
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(new byte[] {0x47, 0x4C})))
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream("OK (12 tests)\n".getBytes())))
                .hasMessageContaining("no message");
    }

    @Test
    void refusesATensorThatClaimsMoreThanThereIs() {
        byte[] tensor = ByteBuffer.allocate(14)
                .put((byte) Reading.NUMBERS)
                .putInt(2)
                .putInt(1 << 20)
                .putInt(1 << 20)
                .array();
        assertThatThrownBy(() -> new Reading(tensor).value()).hasMessageContaining("more numbers than there are");
    }

    @Test
    void refusesGroupsThatLieTooDeep() {
        Writing out = new Writing();
        for (int i = 0; i < 1_000; i++) {
            out.tag(Reading.GROUP).count(1);
        }
        byte[] groups = out.value(Value.of(1)).bytes();
        assertThatThrownBy(() -> new Reading(groups).value()).hasMessageContaining("deep");
    }

    @Test
    void refusesManySmallElements() {
        byte[] parts = new byte[2 * 3_000_000 + 5];
        ByteBuffer.wrap(parts).put((byte) Reading.GROUP).putInt(3_000_000);
        for (int i = 5; i < parts.length; i += 2) {
            parts[i] = Reading.PARTS;
        }
        assertThatThrownBy(() -> new Reading(parts).value()).hasMessageContaining("more than 2000000 elements");
    }
}
