package io.gradlab.grader.packaging;

import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A workflow for GitHub Actions in a student's copy of the course, and the page that explains it. It gives feedback and no
 * marks: the student owns the repository, so what it reports may be what the student wrote.
 */
public final class GithubPackage {
    private GithubPackage() {}

    /** Writes both into a folder that is copied over the repository's root; returns their paths. */
    public static List<Path> write(String lab, Path folder) throws IOException {
        Path workflow = folder.resolve(".github/workflows/gradlab-" + lab + ".yml");
        Path page = folder.resolve("FEEDBACK.md");
        AtomicFiles.writeText(workflow, Template.of("github/gradlab.yml", lab));
        AtomicFiles.writeText(page, Template.of("github/FEEDBACK.md", lab));
        return List.of(workflow, page);
    }
}
