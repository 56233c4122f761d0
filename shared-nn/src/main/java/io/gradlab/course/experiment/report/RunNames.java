package io.gradlab.course.experiment.report;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.PastRun;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What tells each run from the others: its folder's name, with as many parents as that takes. */
final class RunNames {
    private final List<PastRun> runs;

    RunNames(List<PastRun> runs) {
        this.runs = List.copyOf(runs);
    }

    String of(PastRun run) {
        Path whole = whole(run);
        for (int names = 1; names < whole.getNameCount(); names++) {
            Path end = whole.subpath(whole.getNameCount() - names, whole.getNameCount());
            if (runs.stream().filter(other -> whole(other).endsWith(end)).count() == 1) {
                return end.toString().replace('\\', '/');
            }
        }
        return whole.toString();
    }

    /**
     * Returns the runs of these names.
     *
     * @param option that names them
     * @throws UserError if there is none of a name
     */
    List<PastRun> find(String option, List<String> names) {
        return names.stream().map(name -> find(option, name)).toList();
    }

    private PastRun find(String option, String name) {
        return runs.stream()
                .filter(run -> of(run).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new UserError(option + " " + name + ": there is no such run in the report; there are "
                                + runs.stream().map(this::of).collect(Collectors.joining(", "))));
    }

    private static Path whole(PastRun run) {
        return run.folder().toAbsolutePath().normalize();
    }
}
