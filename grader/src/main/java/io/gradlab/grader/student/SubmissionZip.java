package io.gradlab.grader.student;

import io.gradlab.grader.submission.Submission;
import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A submission as the zip that {@code grade} reads: the sources as they were understood, in UTF-8. */
final class SubmissionZip {
    private static final long NO_TIME =
            315_532_800_000L; // 1980-01-01, the first that zips know: the same zip each time

    private SubmissionZip() {}

    /** Writes it. */
    static void write(Submission submission, String lab, Path target) throws IOException {
        AtomicFiles.write(target, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Map.Entry<String, String> source : submission.sources().entrySet()) {
                ZipEntry entry = new ZipEntry("io/gradlab/" + lab + "/student/" + source.getKey());
                entry.setTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(source.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.finish();
        });
    }
}
