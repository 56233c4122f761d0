package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.grading.RunSeed;
import io.gradlab.grader.jobs.Shell;
import io.gradlab.grader.jobs.SlurmJob;
import io.gradlab.grader.release.LabModules;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes jobs for schedulers: {@code jobs slurm submissions/ --lab lab1 --shards 8 --out job}. */
@Command(name = "jobs", header = "Write jobs that grade on many machines.", synopsisSubcommandLabel = "KIND")
public final class JobsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new UserError("name the scheduler: jobs slurm SUBMISSION… --lab LAB --shards N --out DIR");
    }

    /** Writes a Slurm array job, and the script that joins its parts; submits nothing. */
    @Command(
            name = "slurm",
            header = "Write a Slurm array job, and the script that joins its parts.",
            description = {
                "Writes DIR/grade.sbatch and DIR/merge.sh, and submits nothing. All nodes must see the submissions, DIR and"
                        + " this copy of GradLab at the same place.",
                "docs/grading/platforms.md shows the same for Kubernetes and for a CI matrix."
            })
    Integer slurm(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "SUBMISSION",
                            description = "A zip, a folder, or a folder of many.")
                    List<Path> places,
            @Option(names = "--lab", required = true, paramLabel = "LAB", description = "For example lab1.") String lab,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where scripts and results go.")
                    Path out,
            @Option(names = "--shards", required = true, paramLabel = "N", description = "How many parts.") int shards,
            @Option(
                            names = "--cpus",
                            paramLabel = "N",
                            defaultValue = "4",
                            description = "Processors for each part. Default: 4.")
                    int cpus,
            @Option(
                            names = "--time",
                            paramLabel = "HH:MM:SS",
                            defaultValue = "04:00:00",
                            description = "Time limit of each part. Default: 4 hours.")
                    String time,
            @Option(
                            names = "--seed-file",
                            paramLabel = "FILE",
                            description = "As in grade; made now if it is not there, so that all parts have the same.")
                    @Nullable
                    Path seedFile,
            @Option(
                            names = "--grade",
                            paramLabel = "OPTION",
                            description = "One more option of grade, for example --grade=--require-sandbox.")
                    @Nullable
                    List<String> options,
            @Option(
                            names = "--sbatch",
                            paramLabel = "OPTION",
                            description = "One more option of sbatch, for example --sbatch=--partition=short.")
                    @Nullable
                    List<String> directives) {
        check(places, lab, shards, cpus, time);
        Path folder = out.toAbsolutePath().normalize();
        List<String> more = new ArrayList<>();
        try {
            if (seedFile != null) {
                RunSeed.secret(seedFile);
                more.addAll(List.of("--seed-file", seedFile.toAbsolutePath().toString()));
            }
            more.addAll(options == null ? List.of() : options);
            SlurmJob job = new SlurmJob(
                    LabModules.home().toAbsolutePath().resolve("gradlab"),
                    places.stream().map(Path::toAbsolutePath).toList(),
                    lab,
                    folder,
                    shards,
                    cpus,
                    time,
                    more,
                    directives == null ? List.of() : directives);
            write(job);
        } catch (IllegalArgumentException problem) {
            throw new UserError(problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
        PrintWriter screen = spec.commandLine().getOut();
        screen.println("sbatch " + Shell.quote(folder.resolve("grade.sbatch").toString()));
        screen.println(
                Shell.quote(folder.resolve("merge.sh").toString()) + "   # when all " + shards + " parts have ended");
        return 0;
    }

    private static void check(List<Path> places, String lab, int shards, int cpus, String time) {
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new UserError(place + " does not exist; name a zip, or a folder of submissions");
            }
        }
        if (!StudentCompiler.labs().contains(lab)) {
            throw new UserError("There is no lab " + lab + "; there are: " + String.join(", ", StudentCompiler.labs()));
        }
        if (shards < 1 || cpus < 1) {
            throw new UserError(
                    (shards < 1 ? "--shards " + shards : "--cpus " + cpus) + ": give a number of at least 1");
        }
        if (!time.matches("(\\d+-)?\\d+(:\\d+){0,2}")) {
            throw new UserError("--time " + time + " is no time of Slurm's; write 04:00:00 for four hours");
        }
    }

    private static void write(SlurmJob job) throws IOException {
        Files.createDirectories(job.folder().resolve("log"));
        AtomicFiles.writeText(job.folder().resolve("grade.sbatch"), job.batch());
        AtomicFiles.writeText(job.folder().resolve("merge.sh"), job.merge());
        job.folder().resolve("merge.sh").toFile().setExecutable(true);
    }
}
