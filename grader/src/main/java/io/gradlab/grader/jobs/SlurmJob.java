package io.gradlab.grader.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Grading as a Slurm array job: each task of the array grades one shard into a folder of its own, and a second script joins
 * them. Every path is absolute, for a job starts where it likes; all nodes must see the same disk.
 *
 * @param gradlab the launcher
 * @param submissions what to grade
 * @param folder where the scripts, {@code parts/1}, {@code parts/2}, …, {@code log} and at last {@code marks} lie
 * @param shards how many parts, at least 1
 * @param cpus for each part; as many submissions are graded at once
 * @param time a part's limit as Slurm writes it, for example {@code 04:00:00}
 * @param options more options of {@code grade}
 * @param directives more options of {@code sbatch}, for example {@code --partition=short}
 */
public record SlurmJob(
        Path gradlab,
        List<Path> submissions,
        String lab,
        Path folder,
        int shards,
        int cpus,
        String time,
        List<String> options,
        List<String> directives) {
    private static final int GRADER_MEMORY = 1024; // megabytes, and for each submission graded at once:
    private static final int WORKER_MEMORY = 768;

    /** Keeps copies. */
    public SlurmJob {
        submissions = List.copyOf(submissions);
        options = List.copyOf(options);
        directives = List.copyOf(directives);
    }

    /** Returns the array job's script. */
    public String batch() {
        StringBuilder text = new StringBuilder("#!/usr/bin/env bash\n");
        text.append(
                "# Made by `gradlab jobs slurm`. Submit it with `sbatch`; what was cut off goes on when submitted again.\n");
        directive(text, "--job-name=gradlab-" + lab);
        directive(text, "--array=1-" + shards);
        directive(text, "--cpus-per-task=" + cpus);
        directive(text, "--mem=" + (GRADER_MEMORY + cpus * WORKER_MEMORY) + "M");
        directive(text, "--time=" + time);
        directive(text, "--output=\"" + folder.resolve("log").toString().replace("%", "%%") + "/%A_%a.txt\"");
        directive(text, "--requeue");
        directives.forEach(line -> directive(text, line));
        List<String> command = new ArrayList<>(List.of(gradlab.toString(), "grade"));
        submissions.forEach(place -> command.add(place.toString()));
        command.addAll(List.of("--lab", lab, "--jobs", Integer.toString(cpus), "--resume"));
        command.addAll(options);
        text.append("\npart=$SLURM_ARRAY_TASK_ID\nexec ").append(Shell.line(command));
        text.append(" \\\n    --shard \"$part/")
                .append(shards)
                .append("\" --out ")
                .append(Shell.quote(folder.resolve("parts") + "/"))
                .append("\"$part\"\n");
        return text.toString();
    }

    private static void directive(StringBuilder text, String option) {
        text.append("#SBATCH ").append(option).append('\n');
    }

    /** Returns the script that joins the parts once all are graded, and says which are not. */
    public String merge() {
        return """
                #!/usr/bin/env bash
                # Made by `gradlab jobs slurm`. Joins the parts that grade.sbatch graded.
                set -euo pipefail
                cd -- %s
                missing=
                folders=()
                for part in $(seq %d); do
                    folders+=("parts/$part")
                    [ -f "parts/$part/grades.csv" ] || missing+=${missing:+,}$part # written last
                done
                if [ -n "$missing" ]; then
                    echo "Parts not graded yet: $missing; see log/, or submit them again: sbatch --array=$missing grade.sbatch" >&2
                    exit 1
                fi
                exec %s merge "${folders[@]}" --out marks
                """.formatted(Shell.quote(folder.toString()), shards, Shell.quote(gradlab.toString()));
    }
}
