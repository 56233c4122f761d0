package io.gradlab.grader;

import io.gradlab.cli.CommandProvider;
import io.gradlab.grader.cli.CheckCommand;
import io.gradlab.grader.cli.GradeCommand;
import io.gradlab.grader.cli.HintCommand;
import io.gradlab.grader.cli.JobsCommand;
import io.gradlab.grader.cli.MarksCommand;
import io.gradlab.grader.cli.MergeCommand;
import io.gradlab.grader.cli.PackageCommand;
import io.gradlab.grader.cli.PublishCommand;
import io.gradlab.grader.cli.PurgeCommand;
import io.gradlab.grader.cli.RecordCommand;
import io.gradlab.grader.cli.RevealCommand;
import io.gradlab.grader.cli.RubricCommand;
import io.gradlab.grader.cli.SimilarityCommand;
import io.gradlab.grader.cli.SkeletonsCommand;
import io.gradlab.grader.demo.DemoCommand;
import io.gradlab.grader.release.ReleaseCommand;
import io.gradlab.grader.release.UpdateCommand;
import io.gradlab.grader.student.AnswersCommand;
import io.gradlab.grader.student.ProgressCommand;
import io.gradlab.grader.student.ResetCommand;
import io.gradlab.grader.student.SubmitCommand;
import java.util.List;

/** The grader's commands. */
public final class GraderCommands implements CommandProvider {

    @Override
    public List<Object> commands() {
        return List.of(
                new DemoCommand(),
                new CheckCommand(),
                new HintCommand(),
                new ProgressCommand(),
                new SubmitCommand(),
                new ResetCommand(),
                new AnswersCommand(),
                new UpdateCommand(),
                new RecordCommand(),
                new GradeCommand(),
                new MergeCommand(),
                new PublishCommand(),
                new RevealCommand(),
                new JobsCommand(),
                new PackageCommand(),
                new SimilarityCommand(),
                new PurgeCommand(),
                new RubricCommand(),
                new MarksCommand(),
                new SkeletonsCommand(),
                new ReleaseCommand());
    }
}
