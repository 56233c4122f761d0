package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.ReceiptJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The results that {@code grade} left in folders.
 *
 * @param texts each {@code result.json} by lab and folder name
 */
record Results(SortedMap<String, SortedMap<String, String>> texts) {
    static final String FILE = "result.json";

    /**
     * Reads them.
     *
     * @throws UserError if there are none, one is damaged, or one is there twice with different automatic results
     */
    static Results read(List<Path> places) throws IOException {
        Results results = new Results(new TreeMap<>());
        for (Path place : places) {
            results.collect(place);
        }
        return results;
    }

    private void collect(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            throw new UserError(place + " is no folder; name what `grade --out` wrote");
        }
        boolean found = false;
        try (Stream<Path> folders = Files.list(place)) {
            for (Path folder : folders.sorted().toList()) {
                Path file = folder.resolve(FILE);
                if (Files.isRegularFile(file)) {
                    found = true;
                    add(file, folder.getFileName().toString(), Files.readString(file));
                }
            }
        }
        if (!found) {
            throw new UserError(place + " holds no results; name what `grade --out` wrote");
        }
    }

    private void add(Path file, String name, String text) {
        Receipt receipt;
        try {
            receipt = ReceiptJson.read(text);
        } catch (IllegalArgumentException problem) {
            throw new UserError(file + ": " + problem.getMessage(), problem);
        }
        String other =
                texts.computeIfAbsent(receipt.lab(), _ -> new TreeMap<>()).putIfAbsent(name, text);
        if (other != null && !automatic(ReceiptJson.read(other)).equals(automatic(receipt))) {
            throw new UserError(file + " differs from the result of the same name in another folder;"
                    + " grade that submission once");
        }
    }

    /** Returns what grading alone makes; a course's marks can be made again. */
    private static Receipt automatic(Receipt receipt) {
        return receipt.with(Optional.empty());
    }

    /** Returns a lab's receipts, sorted by folder name. */
    List<Receipt> of(String lab) {
        return texts.getOrDefault(lab, new TreeMap<>()).values().stream()
                .map(ReceiptJson::read)
                .toList();
    }
}
