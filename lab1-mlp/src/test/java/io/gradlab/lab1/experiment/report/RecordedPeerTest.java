package io.gradlab.lab1.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.lab1.experiment.FashionSplit;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import org.junit.jupiter.api.Test;

class RecordedPeerTest {

    @Test
    void readsWhatTheScriptWrites() {
        RecordedPeer peer = RecordedPeer.parse("""
                # Recorded by hand
                # split 0123abcd
                activation,learning_rate,epoch,train_loss,test_accuracy
                relu,0.1,1,0.5,
                relu,0.1,2,0.25,0.875000
                linear,0.1,1,NaN,
                # 3 seconds in all
                """);

        assertThat(peer.provenance()).isEqualTo("Recorded by hand");
        assertThat(peer.split()).isEqualTo("0123abcd");
        PeerCurve relu = peer.curve(ActivationKind.RELU, 0.1).orElseThrow();
        assertThat(relu.explosion()).isEmpty();
        assertThat(relu.testAccuracy(1)).isEmpty();
        assertThat(relu.testAccuracy(2)).hasValue(0.875);
        assertThat(relu.losses()).extracting(point -> point.y()).containsExactly(0.5, 0.25);
        assertThat(peer.curve(ActivationKind.LINEAR, 0.1).orElseThrow().explosion())
                .hasValue(1);
        assertThat(peer.curve(ActivationKind.LINEAR, 0.001)).isEmpty();
    }

    @Test
    void theRecordingIsOfTheSameSamplesAsOurs() {
        assertThat(RecordedPeer.load().split())
                .isEqualTo(FashionSplit.of(new Seed(1)).checksum());
    }

    @Test
    void theRecordingHasEveryCurveOfTheReport() {
        RecordedPeer peer = RecordedPeer.load();

        assertThat(peer.provenance()).contains("record_sklearn.py", "scikit-learn 1.");
        for (ActivationKind kind : ActivationKind.values()) {
            PeerCurve curve = peer.curve(kind, kind == ActivationKind.LINEAR ? 0.001 : 0.1)
                    .orElseThrow();
            assertThat(curve.points()).hasSize(100);
            assertThat(curve.testAccuracy(50).orElseThrow()).isBetween(0.8, 0.92);
            assertThat(curve.testAccuracy(100).orElseThrow()).isBetween(0.8, 0.92);
        }
        assertThat(peer.curve(ActivationKind.LINEAR, 0.1).orElseThrow().explosion())
                .isPresent();
    }
}
