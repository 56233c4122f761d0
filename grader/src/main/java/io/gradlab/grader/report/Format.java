package io.gradlab.grader.report;

import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What can be written for each submission beside {@code result.json}. */
public enum Format {
    /** {@code report.html}, for the student. */
    HTML {
        @Override
        public void write(Receipt receipt, Path folder) throws IOException {
            SubmissionPage.write(receipt, folder.resolve("report.html"));
        }
    },
    /** {@code gradescope.json}, Gradescope's results.json. */
    GRADESCOPE {
        @Override
        public void write(Receipt receipt, Path folder) throws IOException {
            AtomicFiles.writeText(folder.resolve("gradescope.json"), Gradescope.write(receipt));
        }
    },
    /** {@code junit.xml}, as Surefire writes it. */
    JUNIT {
        @Override
        public void write(Receipt receipt, Path folder) throws IOException {
            AtomicFiles.writeText(folder.resolve("junit.xml"), JUnitXml.write(receipt));
        }
    },
    /** {@code autolab.txt}, Autolab's last line. */
    AUTOLAB {
        @Override
        public void write(Receipt receipt, Path folder) throws IOException {
            AtomicFiles.writeText(folder.resolve("autolab.txt"), Autolab.line(receipt) + "\n");
        }
    },
    /** {@code summary.md}, for GitHub Actions' step summary. */
    GITHUB {
        @Override
        public void write(Receipt receipt, Path folder) throws IOException {
            AtomicFiles.writeText(folder.resolve("summary.md"), StepSummary.write(receipt));
        }
    };

    /** Writes a submission's file into its folder. */
    public abstract void write(Receipt receipt, Path folder) throws IOException;

    /** Returns the name as written in commands. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
