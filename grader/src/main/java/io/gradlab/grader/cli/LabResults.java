package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.ReceiptJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The results that {@code grade} left in folders.
 *
 * @param texts each {@code result.json} by lab and folder name
 */
record LabResults(SortedMap<String, SortedMap<String, String>> texts) {

    /**
     * Reads them.
     *
     * @throws UserError if there are none, one is damaged, or one is there twice with different automatic results
     */
    static LabResults read(List<Path> places) {
        LabResults results = new LabResults(new TreeMap<>());
        for (Path place : places) {
            Results.in(place).forEach(results::add);
        }
        return results;
    }

    private void add(Results.Result result) {
        Receipt receipt = result.receipt();
        String name = result.file().getParent().getFileName().toString();
        String other =
                texts.computeIfAbsent(receipt.lab(), _ -> new TreeMap<>()).putIfAbsent(name, result.text());
        if (other != null && !automatic(ReceiptJson.read(other)).equals(automatic(receipt))) {
            throw new UserError(result.file() + " differs from the result of the same name in another folder;"
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
