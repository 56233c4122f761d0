package io.gradlab.nn.data;

import io.gradlab.nn.io.DataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Examines a set's files: are they there, have they the right sums, can they be read. */
public record DataCheck(DataFolder data) {

    /**
     * What was found.
     *
     * @param text one line that begins with a file's or a part's name
     */
    public record Finding(boolean good, String text) {}

    /** Returns a finding for each file, then one for each part that was read. */
    public List<Finding> findings(KnownSet set) {
        List<Finding> findings = new ArrayList<>();
        for (KnownFile file : set.files()) {
            findings.add(sum(set, file));
        }
        if (set.name().equals(DataCatalog.CIFAR_10)) {
            IntStream.rangeClosed(1, 5)
                    .forEach(batch -> findings.add(read("training batch " + batch, () -> data.cifarBatch(batch))));
        } else {
            findings.add(read("training samples", () -> data.train(set.name())));
        }
        findings.add(read("test samples", () -> data.test(set.name())));
        return findings;
    }

    private Finding sum(KnownSet set, KnownFile file) {
        Path path = data.find(set, file);
        if (!Files.exists(path)) {
            return new Finding(false, file.name() + ": missing; " + DataMend.get(set.name()));
        }
        if (!path.equals(data.locate(set, file))) {
            return new Finding(true, path.getFileName() + ": here unpacked, so there is no sum to compare with");
        }
        String sum = Checksum.of(path);
        if (sum.equals(file.checksum().hex())) {
            return new Finding(true, file.name() + ": SHA-256 is right");
        }
        return new Finding(
                false,
                file.name() + ": SHA-256 is " + sum + " instead of "
                        + file.checksum().hex() + "; " + DataMend.again(set.name()));
    }

    private static Finding read(String part, Supplier<Dataset> reader) {
        try {
            Dataset set = reader.get();
            return new Finding(true, part + ": " + set.size() + " samples of " + set.sampleShape());
        } catch (DataFormatException e) {
            return new Finding(false, part + ": " + e.getMessage());
        }
    }
}
