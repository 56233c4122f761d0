package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Verdicts;
import java.util.Locale;
import java.util.Map;

/**
 * Two accuracies, one of all samples and one of the first few of each batch.
 *
 * @param all in [0, 1]
 * @param part in [0, 1]
 */
record AgreementCase(double all, double part, int samples, int batchSize, int perBatch) {

    static void check(Bench bench) {
        Verdicts verdicts = new Verdicts();
        for (AgreementCase one : new AgreementCase[] {
            new AgreementCase(0.7854, 0.765, 10_000, 64, 4), // report E: its matrix and its printed list
            new AgreementCase(0.7854, 0.765, 10_000, 4, 4), // all are counted: no chance is left
            new AgreementCase(0.7854, 0.7854, 10_000, 4, 4),
            new AgreementCase(0.7854, 0.70, 10_000, 64, 4),
            new AgreementCase(0.7854, 0.80, 10_000, 64, 4),
            new AgreementCase(0.5, 0.56, 1000, 10, 2), // within 1.96 deviations, beyond one
            new AgreementCase(0.5, 0.51, 10_000, 4, 3), // beyond what is left to chance, within that of new samples
            new AgreementCase(0.9, 0.95, 200, 20, 10), // within 1.96 deviations of as many new samples
            new AgreementCase(0.5, 0.505, 1000, 10, 2),
            new AgreementCase(1, 1, 100, 10, 5)
        }) {
            one.add(bench, verdicts);
        }
        verdicts.judge(bench);
    }

    /** Returns how many samples a loop over the first few of each batch sees. */
    static int counted(int samples, int batchSize, int perBatch) {
        int rest = samples % batchSize;
        return samples / batchSize * Math.min(perBatch, batchSize) + Math.min(perBatch, rest);
    }

    private void add(Bench bench, Verdicts verdicts) {
        double actual = RefereeChecks.ask(
                bench,
                "mayAgree",
                Value.of(all),
                Value.of(part),
                Value.of(samples),
                Value.of(batchSize),
                Value.of(perBatch));
        double n = counted(samples, batchSize, perBatch);
        double variance = all * (1 - all) / n;
        double left = variance * (1 - n / samples);
        verdicts.add(
                String.format(
                        Locale.ROOT,
                        "the verdict (1 is yes) on %.4f of all %,d samples and %.4f of %.0f of them, %.4f apart where"
                                + " chance explains %.4f,",
                        all,
                        samples,
                        part,
                        n,
                        Math.abs(all - part),
                        1.96 * Math.sqrt(left)),
                actual,
                within(1.96 * Math.sqrt(left)),
                Map.of(
                        "the factor 1 - n / samples was forgotten: the n are some of the samples, not new ones",
                        within(1.96 * Math.sqrt(variance)),
                        "all samples were taken for n; the scatter is that of those that were counted",
                        within(1.96 * Math.sqrt(all * (1 - all) / samples)),
                        "the 1.96 is missing",
                        within(Math.sqrt(left)),
                        "the root was not taken",
                        within(1.96 * left)));
    }

    private double within(double margin) {
        return Math.abs(all - part) <= margin ? 1 : 0;
    }
}
