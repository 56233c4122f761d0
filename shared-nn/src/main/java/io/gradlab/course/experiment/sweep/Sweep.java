package io.gradlab.course.experiment.sweep;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.Experiment;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.course.experiment.RunFolder;
import io.gradlab.course.experiment.StopSignal;
import io.gradlab.course.experiment.TrainCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine;

/** Trains every point of a grid, one after the other; a run that diverges is a result like others. */
public final class Sweep {
    private static final int STOPPED = 130;

    private final SweepPlan plan;
    private final Terminal terminal;
    private final List<Outcome> outcomes = new ArrayList<>();

    private Sweep(SweepPlan plan, Terminal terminal) {
        this.plan = plan;
        this.terminal = terminal;
    }

    /**
     * Trains what is not there yet.
     *
     * @param again the command that goes on, for who stops it
     * @return all runs, in the grid's order; empty if it was stopped
     * @throws UserError if the plan cannot be carried out
     */
    public static Optional<List<PastRun>> run(SweepPlan plan, Terminal terminal, String again) {
        return execute(plan, terminal, again)
                .map(outcomes -> outcomes.stream().map(Outcome::run).toList());
    }

    /** As {@link #run}; after each point the tables in the folder are written anew. */
    static Optional<List<Outcome>> execute(SweepPlan plan, Terminal terminal, String again) {
        plan.check();
        if (plan.resume() && !Files.isDirectory(plan.out())) {
            throw new UserError("--resume: there is no sweep in " + plan.out()
                    + "; name its folder with --out, or leave --resume out to start anew");
        }
        if (!plan.resume()) {
            RunFolder.fresh(plan.out(), terminal.out()::println);
        }
        Sweep sweep = new Sweep(plan, terminal);
        try (StopSignal stop = new StopSignal()) {
            if (sweep.trainAll(stop)) {
                return Optional.of(sweep.outcomes);
            }
            terminal.out()
                    .println("The sweep is stopped with " + sweep.outcomes.size() + " of "
                            + plan.grid().points().size() + " points finished, all kept. Go on with: " + again);
            terminal.out().flush();
            return Optional.empty();
        }
    }

    /** Returns whether all points have ended. */
    private boolean trainAll(StopSignal stop) {
        List<Point> points = plan.grid().points();
        for (Point point : points) {
            terminal.out().printf("Point %d of %d: %s%n", outcomes.size() + 1, points.size(), point);
            Optional<PastRun> shortRun = Optional.empty();
            if (plan.proxyEpochs() > 0) {
                shortRun = ended(plan.shortFolder(point), plan.shortOptions(point), stop, false, point);
                if (shortRun.isEmpty()) {
                    return false;
                }
            }
            Optional<PastRun> run = ended(plan.folder(point), plan.options(point), stop, true, point);
            if (run.isEmpty()) {
                return false;
            }
            outcomes.add(new Outcome(point, run.get(), shortRun));
            new SweepReport(plan, outcomes).writeTables();
        }
        return true;
    }

    /** Trains if need be, and returns the run; empty if it was stopped. */
    private Optional<PastRun> ended(
            Path folder, SequencedMap<String, String> options, StopSignal stop, boolean whole, Point point) {
        if (PastRun.isIn(folder)) {
            PastRun past = PastRun.read(folder);
            requireSame(past, options);
            terminal.out().println(folder + " has ended already");
            return Optional.of(past);
        }
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        boolean goOn = PastRun.isStoppedIn(folder);
        int code = train(whole ? plan.arguments(point, folder, goOn) : plan.shortArguments(point, folder, goOn));
        if (code == STOPPED) {
            return Optional.empty();
        }
        if (!PastRun.isIn(folder)) {
            throw new UserError("sweep " + plan.experiment() + " trains several networks for " + point
                    + ", each in its own folder; choose the values with --grid");
        }
        return Optional.of(PastRun.read(folder));
    }

    private static void requireSame(PastRun past, SequencedMap<String, String> options) {
        for (Map.Entry<String, String> now : options.entrySet()) {
            if (!past.option(now.getKey()).equals(now.getValue())) {
                throw new UserError("--resume: the run in " + past.folder() + " was trained with " + now.getKey() + " "
                        + past.option(now.getKey()) + ", not " + now.getValue()
                        + "; give the same, or leave --resume out to start anew");
            }
        }
    }

    private int train(List<String> arguments) {
        CommandLine train = TrainCommand.create();
        CommandLine command = train.getSubcommands().get(plan.experiment());
        command.setOut(terminal.out());
        train.setCaseInsensitiveEnumValuesAllowed(true);
        train.parseArgs(arguments.toArray(String[]::new));
        Experiment experiment = command.getCommand();
        try {
            return experiment.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
