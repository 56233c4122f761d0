package io.gradlab.lab1.experiment.report;

import io.gradlab.nn.kernel.ActivationKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * scikit-learn's recorded trainings: the resource {@code sklearn.csv}, which {@code lab1-mlp/peers/record_sklearn.py} wrote.
 *
 * @param provenance what recorded them, one line
 * @param split the checksum of the samples they were trained and tested on
 */
record RecordedPeer(String provenance, String split, List<PeerCurve> curves) {
    private static final String RESOURCE = "sklearn.csv";
    private static final String COMMENT = "# ";
    private static final String SPLIT = "# split ";
    private static final String HEADER = "activation,learning_rate,epoch,train_loss,test_accuracy";

    /** Reads the recording that comes with the lab. */
    static RecordedPeer load() {
        try (InputStream in = Objects.requireNonNull(RecordedPeer.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what the script writes. */
    static RecordedPeer parse(String csv) {
        String provenance = "";
        String split = "";
        Map<String, PeerCurve> curves = new LinkedHashMap<>();
        for (String line : csv.lines().toList()) {
            if (line.startsWith(SPLIT)) {
                split = line.substring(SPLIT.length());
            } else if (line.startsWith(COMMENT)) {
                provenance = provenance.isEmpty() ? line.substring(COMMENT.length()) : provenance;
            } else if (!line.equals(HEADER)) {
                add(curves, line.split(",", -1));
            }
        }
        return new RecordedPeer(provenance, split, List.copyOf(curves.values()));
    }

    private static void add(Map<String, PeerCurve> curves, String[] cells) {
        PeerCurve curve = curves.computeIfAbsent(
                cells[0] + " " + cells[1],
                name -> new PeerCurve(
                        ActivationKind.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                        Double.parseDouble(cells[1]),
                        new ArrayList<>()));
        OptionalDouble accuracy =
                cells[4].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cells[4]));
        curve.points().add(new PeerCurve.Point(Integer.parseInt(cells[2]), Double.parseDouble(cells[3]), accuracy));
    }

    /** Returns the training with an activation and a learning rate, if it was recorded. */
    Optional<PeerCurve> curve(ActivationKind activation, double rate) {
        return curves.stream()
                .filter(curve -> curve.activation() == activation && curve.rate() == rate)
                .findFirst();
    }
}
