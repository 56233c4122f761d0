package io.gradlab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Holds each command that a document mentions, run or not, against the commands and options that there are. */
class CommandWordsTest {
    private static final CommandLine ALL = Main.commandLine();
    private static final Pattern MENTION = Pattern.compile("\\./gradlab ([^`#\\n]*)");

    @TestFactory
    Stream<DynamicTest> commandsAndOptionsExist() {
        return Document.all(CourseCopy.ORIGINAL).stream()
                .map(document -> DynamicTest.dynamicTest(
                        document.path(), () -> assertThat(unknown(document)).isEmpty()));
    }

    @Test
    void whatDoesNotExistIsFound() {
        assertThat(unknown("check 1.8 --with mine; ./gradlab train digits-mlp --seed 3"))
                .isEmpty();
        assertThat(unknown("report out/tanh --show tanh")).as("a folder").isEmpty();
        assertThat(unknown("chekc lab1")).containsExactly("chekc");
        assertThat(unknown("train digits-mlp --epoch-count 3")).containsExactly("--epoch-count");
        assertThat(unknown("train no-such-experiment")).containsExactly("no-such-experiment");
    }

    private static List<String> unknown(Document document) {
        List<String> unknown = new ArrayList<>();
        Matcher mention = MENTION.matcher(String.join("\n", document.lines()));
        while (mention.find()) {
            unknown(mention.group(1)).forEach(word -> unknown.add(word + " in ./gradlab " + mention.group(1)));
        }
        return unknown;
    }

    /** Returns the first word of a command line that nobody knows, if there is one; names in capitals, and paths, stand for others. */
    private static List<String> unknown(String command) {
        CommandLine line = ALL;
        boolean names = true; // sub-commands come before anything else
        for (String word : command.strip().split("[\\s;|&]+")) {
            String name = word.replaceAll("=.*", "").replaceAll("[,.):]+$", "");
            if (name.startsWith("-")) {
                names = false;
                if (name.startsWith("--") && !takes(line.getCommandSpec(), name)) {
                    return List.of(name);
                }
            } else if (name.equals("./gradlab")) {
                line = ALL;
                names = true;
            } else if (names && line.getSubcommands().containsKey(name)) {
                line = line.getSubcommands().get(name);
            } else if (names && !line.getSubcommands().isEmpty() && name.matches("[a-z][\\w-]*")) {
                return List.of(name);
            } else {
                names = false;
            }
        }
        return List.of();
    }

    private static boolean takes(CommandSpec command, String option) {
        boolean handsOn = !command.unmatchedArgsBindings().isEmpty(); // `sweep` hands options to the experiment
        return handsOn || command.optionsMap().containsKey(option);
    }
}
