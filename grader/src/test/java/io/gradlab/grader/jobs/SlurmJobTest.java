package io.gradlab.grader.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs both scripts with a launcher that records what it was called with; `grader/scripts/slurm-test` has a real Slurm. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for bash")
class SlurmJobTest {
    @TempDir
    private Path disk;

    private SlurmJob job() throws IOException {
        Path launcher = Files.writeString(disk.resolve("it's gradlab"), "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
        launcher.toFile().setExecutable(true);
        return new SlurmJob(
                launcher,
                List.of(Path.of("/in/all of it"), Path.of("/in/$HOME.zip")),
                "lab1",
                Files.createDirectories(disk.resolve("the job")),
                3,
                2,
                "01:00:00",
                List.of("--skip-training"),
                List.of("--partition=short"));
    }

    private String run(int code, String script, String... environment) throws IOException, InterruptedException {
        Path file = Files.writeString(disk.resolve("script"), script);
        ProcessBuilder builder = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true);
        for (int i = 0; i < environment.length; i += 2) {
            builder.environment().put(environment[i], environment[i + 1]);
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    @Test
    void gradesOneShardInEachTask() throws IOException, InterruptedException {
        assertThat(run(0, job().batch(), "SLURM_ARRAY_TASK_ID", "2"))
                .isEqualTo("<grade></in/all of it></in/$HOME.zip><--lab><lab1><--jobs><2><--resume><--skip-training>"
                        + "<--shard><2/3><--out><" + disk.resolve("the job/parts/2") + ">");
        assertThat(job().batch())
                .contains("\n#SBATCH --array=1-3\n", "\n#SBATCH --cpus-per-task=2\n", "\n#SBATCH --mem=2560M\n")
                .contains("\n#SBATCH --time=01:00:00\n", "\n#SBATCH --partition=short\n")
                .contains("\n#SBATCH --output=\"" + disk.resolve("the job/log") + "/%A_%a.txt\"\n");
    }

    @Test
    void joinsTheParts() throws IOException, InterruptedException {
        SlurmJob job = job();
        for (int part = 1; part <= 3; part++) {
            Files.createDirectories(job.folder().resolve("parts/" + part));
            Files.writeString(job.folder().resolve("parts/" + part + "/grades.csv"), "");
        }
        assertThat(run(0, job.merge())).isEqualTo("<merge><parts/1><parts/2><parts/3><--out><marks>");
    }

    @Test
    void namesThePartsThatAreMissing() throws IOException, InterruptedException {
        SlurmJob job = job();
        Files.createDirectories(job.folder().resolve("parts/2"));
        Files.writeString(job.folder().resolve("parts/2/grades.csv"), "");

        assertThat(run(1, job.merge()))
                .startsWith("Parts not graded yet: 1,3;")
                .contains("sbatch --array=1,3 grade.sbatch");
    }
}
