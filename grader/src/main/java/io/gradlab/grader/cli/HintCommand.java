package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a hint: {@code hint 1.8}, {@code hint 1.8 2}. */
@Command(
        name = "hint",
        header = "Get a hint for a task: a nudge, then the idea, then nearly the code.",
        description = "Each task has three hints. Take them one by one, and think in between.")
public final class HintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "TASK", description = "For example 1.8.")
    private String task = "";

    @Parameters(
            index = "1",
            defaultValue = "1",
            paramLabel = "1|2|3",
            description = "Which hint; the first unless given.")
    private int step = 1;

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.load();
        LabChecks lab = catalogue
                .find(task)
                .filter(found -> Catalogue.tasks(found).contains(task))
                .orElseThrow(() -> new UserError("There is no task " + task + "; there are "
                        + catalogue.only(LabModules.labs(LabModules.home())).tasksInWords()));
        TaskHints hints = TaskHints.find(lab.lab(), task)
                .orElseThrow(() -> new UserError("There are no hints for task " + task + " here"));
        if (step < 1 || step > TaskHints.STEPS) {
            throw new UserError("There is no hint " + step + " for task " + task + "; there are 1, 2 and 3");
        }
        StringBuilder text = new StringBuilder();
        ResultText.wrap(text, hints.steps().get(step - 1));
        PrintWriter out = spec.commandLine().getOut();
        out.println(task + "   hint " + step + " of " + TaskHints.STEPS);
        out.print(text);
        if (step < TaskHints.STEPS) {
            out.println("More: ./gradlab hint " + task + " " + (step + 1));
        }
        out.flush();
        return 0;
    }
}
