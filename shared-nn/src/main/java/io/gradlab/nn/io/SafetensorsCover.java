package io.gradlab.nn.io;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The rule that a safetensors file's tensors fill its data exactly: no byte belongs to two tensors or to none. */
final class SafetensorsCover {

    private SafetensorsCover() {}

    static void require(Path file, List<SafetensorsEntry> entries, long dataBytes) {
        List<SafetensorsEntry> sorted = entries.stream()
                .sorted(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end))
                .toList();
        long covered = 0;
        for (SafetensorsEntry entry : sorted) {
            if (entry.end() > dataBytes) {
                throw SafetensorsParser.problem(
                        file,
                        entry.name(),
                        "ends at byte " + entry.end() + " of the data, but there are " + dataBytes
                                + "; the file was cut short, get it again");
            }
            if (entry.begin() < covered) {
                throw SafetensorsParser.problem(
                        file,
                        entry.name(),
                        "begins at byte " + entry.begin() + " of the data, inside another tensor that ends at "
                                + covered);
            }
            if (entry.begin() > covered) {
                throw SafetensorsParser.problem(
                        file,
                        entry.name(),
                        "begins at byte " + entry.begin() + " of the data, but the tensor before it ends at "
                                + covered);
            }
            covered = entry.end();
        }
        if (covered != dataBytes) {
            throw new DataFormatException(file, (dataBytes - covered) + " bytes at the end belong to no tensor");
        }
    }
}
