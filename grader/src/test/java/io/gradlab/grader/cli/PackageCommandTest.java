package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PackageCommandTest {
    @TempDir
    private Path disk;

    @Test
    void writesAWorkflowAndAPageThatCallsItFeedback() throws IOException {
        Launched launched = Launched.run("package", "github", "--lab=lab2", "--out=" + disk);

        assertThat(launched.code()).as(launched.err()).isZero();
        String workflow = Files.readString(disk.resolve(".github/workflows/gradlab-lab2.yml"));
        assertThat(workflow)
                .contains("grade . --lab lab2 ", "GITHUB_STEP_SUMMARY", "jq -e ")
                .doesNotContain("@LAB@", "\t");
        JsonNode job = new YAMLMapper().readTree(workflow).get("jobs").get("lab2");
        assertThat(job.get("steps").valueStream().map(step -> step.has("uses") != step.has("run")))
                .hasSize(6)
                .containsOnly(true);
        assertThat(workflow.lines().filter(line -> line.contains("uses:")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).matches(".*uses: actions/[a-z-]+@v\\d+"));
        assertThat(disk.resolve("FEEDBACK.md")).content().contains("**These are no marks.**", "check lab2");
    }

    @Test
    void refusesBadInputInOneLine() {
        String out = "--out=" + disk;
        Launched.refuses("There is no lab lab9", "package", "gradescope", "--lab=lab9", out);
        Launched.refuses("gradescope, github", "package", "moodle", "--lab=lab1", out);
        Launched.refuses("is no secret", "package", "github", "--lab=lab1", out, "--seed-file=" + disk.resolve("seed"));
    }
}
