package io.gradlab.course.experiment;

import io.gradlab.cli.UserError;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Asks an experiment what it would train: it reads its options and data as ever, and {@link Run} hands the specification back
 * instead of training.
 */
public final class DryRun {
    private static final ScopedValue<Boolean> ASKED = ScopedValue.newInstance();

    /** Carries a specification past the experiment that made it. */
    private static final class Answer extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient RunSpec spec;

        Answer(RunSpec spec) {
            super("no training", null, false, false);
            this.spec = spec;
        }
    }

    /** The experiment came to its end without a training. */
    public static final class TrainsNothing extends RuntimeException {
        private static final long serialVersionUID = 1;

        TrainsNothing(String why) {
            super(why);
        }
    }

    private DryRun() {}

    /** Returns whether nobody wants a training now, so that nothing need be made ready for one. */
    public static boolean isOn() {
        return ASKED.isBound();
    }

    /** Ends the caller's work here if nobody wants a training, but only what it would be. */
    static void answerIfAsked(RunSpec spec) {
        if (isOn()) {
            throw new Answer(spec);
        }
    }

    /**
     * Returns the specification of the first training that a command line asks for.
     *
     * @param train a new {@link TrainCommand}
     * @param arguments the experiment's name and its options
     * @throws ParameterException if the experiment does not take these options
     * @throws UserError if it refuses their values
     * @throws TrainsNothing if it ends without a training
     */
    public static RunSpec of(CommandLine train, List<String> arguments) {
        CommandLine command = train.getSubcommands().get(arguments.getFirst());
        command.setOut(new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        train.setCaseInsensitiveEnumValuesAllowed(true);
        train.parseArgs(arguments.toArray(String[]::new));
        Experiment experiment = command.getCommand();
        try {
            ScopedValue.where(ASKED, true).call(experiment::call);
        } catch (Answer answer) {
            return answer.spec;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new TrainsNothing(String.valueOf(e.getMessage()));
        }
        throw new TrainsNothing("it trains nothing");
    }
}
