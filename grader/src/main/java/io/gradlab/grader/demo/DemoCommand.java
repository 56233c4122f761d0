package io.gradlab.grader.demo;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.KernelRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the course in a minute, without a file or a network. */
@Command(
        name = "demo",
        description = {
            "See the course in half a minute: trains one network with four activations on built-in digits, checks lab 1"
                    + " as it ships and as the reference answers it, and writes a page with pictures.",
            "Needs no data and no network."
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out/demo",
            description = "Where results go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("out", "demo");

    @Override
    public Integer call() {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println("Training 784-256-128-64-10 on the built-in digits, four times (about 20 s on 2 cores)");
        terminal.println(KernelRegistry.cpu().description());
        terminal.println();
        terminal.println("activation   test accuracy   best epoch   seconds   images/s");
        terminal.flush();
        try {
            List<DemoTraining> trainings = new ArrayList<>();
            for (ActivationKind kind : ActivationKind.values()) {
                DemoTraining training = DemoTraining.run(kind, out.resolve(kind.label()));
                trainings.add(training);
                terminal.printf(
                        Locale.ROOT,
                        "%-10s %13.2f %% %12d %9.1f %10.0f%n",
                        kind.label(),
                        100 * training.testAccuracy(),
                        training.bestEpoch(),
                        training.seconds(),
                        training.imagesPerSecond());
                terminal.flush();
            }
            terminal.println();
            terminal.println(
                    "Checking lab 1 (but for its training task): as it ships, and as the reference answers it");
            DemoChecks checks = DemoChecks.run();
            terminal.print(checks.toText());
            terminal.println();
            Path report = DemoReport.write(out, trainings, checks);
            terminal.println("The pictures and all of this on one page: " + report);
            terminal.flush();
            return 0;
        } catch (IOException e) {
            throw new UserError("--out " + out + " cannot be written: " + FileProblem.of(e), e);
        }
    }
}
