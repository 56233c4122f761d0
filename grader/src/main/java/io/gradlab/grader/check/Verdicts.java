package io.gradlab.grader.check;

import io.gradlab.grader.oracle.DoubleTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Questions of one kind, each answered by a number. A mistake is named only if it gives all the answers. */
public final class Verdicts {
    private static final double NEARLY = 1e-6;

    private record Question(String text, double actual, double expected) {}

    private final List<Question> questions = new ArrayList<>();
    private final SortedMap<String, List<Double>> guesses = new TreeMap<>(); // by sentence, an answer for each question

    /**
     * Adds a question.
     *
     * @param text what is asked, as the subject of "is"
     * @param wrong what known mistakes answer, by the sentence that completes "it looks as if"; the same in every call
     */
    public void add(String text, double actual, double expected, Map<String, Double> wrong) {
        questions.add(new Question(text, actual, expected));
        wrong.forEach((sentence, answer) ->
                guesses.computeIfAbsent(sentence, _ -> new ArrayList<>()).add(answer));
    }

    /** Demands all answers. */
    public void judge(Bench bench) {
        List<String> fitting = guesses.keySet().stream().filter(this::fits).toList();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            List<Misconception> misconceptions = new ArrayList<>();
            for (String sentence : fitting) {
                misconceptions.add(new Misconception(
                        sentence, DoubleTensor.scalar(guesses.get(sentence).get(i))));
            }
            DoubleTensor actual = DoubleTensor.scalar(question.actual);
            DoubleTensor expected = DoubleTensor.scalar(question.expected);
            if (question.expected == Math.rint(question.expected)) { // a count or a verdict
                bench.compareExactly(question.text, actual, expected, misconceptions);
            } else {
                bench.compare(question.text, actual, expected, misconceptions);
            }
        }
    }

    private boolean fits(String sentence) {
        List<Double> answers = guesses.getOrDefault(sentence, List.of());
        for (int i = 0; i < questions.size(); i++) {
            if (!(Math.abs(answers.get(i) - questions.get(i).actual) <= NEARLY)) {
                return false;
            }
        }
        return true;
    }
}
