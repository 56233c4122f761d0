package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsCommandTest {
    @TempDir
    private Path disk;

    private String in = "";
    private String out = "";

    @BeforeEach
    void makeSubmissions() throws IOException {
        in = Files.createDirectories(disk.resolve("in")).toString();
        out = "--out=" + disk.resolve("job");
    }

    @Test
    void writesBothScriptsAndMakesTheSeed() throws IOException {
        Path seed = disk.resolve("seed");
        Launched launched = Launched.run(
                "jobs",
                "slurm",
                in,
                out,
                "--lab=lab1",
                "--shards=4",
                "--seed-file=" + seed,
                "--grade=--require-sandbox");

        assertThat(launched.code()).as(launched.err()).isZero();
        assertThat(launched.out())
                .contains(
                        "sbatch " + disk.resolve("job/grade.sbatch"), disk.resolve("job/merge.sh") + "   # when all 4");
        assertThat(disk.resolve("job/grade.sbatch"))
                .content()
                .contains("#SBATCH --array=1-4\n", " --seed-file " + seed + " --require-sandbox ")
                .doesNotContain(Files.readString(seed).strip());
        assertThat(disk.resolve("job/merge.sh")).isExecutable();
        assertThat(disk.resolve("job/log")).isDirectory();
    }

    @Test
    void refusesBadInputInOneLine() {
        Launched.refuses("There is no lab lab9", "jobs", "slurm", in, out, "--lab=lab9", "--shards=4");
        Launched.refuses("--shards 0", "jobs", "slurm", in, out, "--lab=lab1", "--shards=0");
        Launched.refuses("--time soon is no", "jobs", "slurm", in, out, "--lab=lab1", "--shards=1", "--time=soon");
        Launched.refuses("does not exist", "jobs", "slurm", in + "/none", out, "--lab=lab1", "--shards=1");
        Launched.refuses("jobs slurm", "jobs");
    }
}
