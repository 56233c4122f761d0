package io.gradlab.grader.lab2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence that lab 2's checks may say after "it looks as if" belongs to a mistake of {@link Mistakes}. */
class RecognitionTest {
    private static final Path CHECKS = Path.of("src/main/java/io/gradlab/grader/lab2");

    /** A text after one of the words that name a mistake: literals, joined by + and with expressions in between. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:new Misconception|new Guess|guess|pulled|unmoved|moved|exchanged)\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|[\\w.()]+))*)");

    private static final Pattern VERDICT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\",\\s*(?=[^\"]*?[,)])");
    private static final int ENOUGH = 12; // letters that tell one sentence from the others

    @Test
    void everyMisconceptionHasAMistakeThatProvesIt() throws IOException {
        List<String> proven = Mistakes.all().map(Mistake::says).toList();
        List<String> sentences = sentences();

        assertThat(sentences).hasSizeGreaterThan(80);
        assertThat(sentences)
                .allSatisfy(sentence -> assertThat(proven)
                        .as("a mistake whose message is: " + sentence)
                        .anyMatch(says -> sentence.contains(says) || literal(says, sentence)));
    }

    /** Whether a mistake's words are a sentence's up to where a number stands in them. */
    private static boolean literal(String says, String sentence) {
        int gap = sentence.indexOf('\u0000');
        return gap >= ENOUGH && says.startsWith(sentence.substring(0, gap));
    }

    private static List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(CHECKS)) {
            for (Path file : files.sorted().toList()) {
                String source = Files.readString(file);
                Matcher matcher = SENTENCE.matcher(source);
                while (matcher.find()) {
                    sentences.add(joined(matcher.group(1)));
                }
                if (source.contains("verdicts.add(")) {
                    addVerdicts(source, sentences);
                }
            }
        }
        return sentences;
    }

    /** The keys of the maps in {@code verdicts.add(…, Map.of("sentence", number, …))}. */
    private static void addVerdicts(String source, List<String> sentences) {
        for (String piece : source.split("Map\\.of\\(")) {
            if (piece.equals(source.split("Map\\.of\\(")[0])) {
                continue;
            }
            Matcher key = VERDICT.matcher(piece.substring(0, piece.indexOf(");")));
            while (key.find()) {
                sentences.add(key.group(1));
            }
        }
    }

    private static String joined(String expression) {
        StringBuilder text = new StringBuilder();
        Matcher part = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|[\\w.()]+").matcher(expression);
        while (part.find()) {
            text.append(part.group(1) == null ? "\u0000" : part.group(1));
        }
        return text.toString();
    }
}
