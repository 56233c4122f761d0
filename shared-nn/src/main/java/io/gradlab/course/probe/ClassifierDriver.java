package io.gradlab.course.probe;

import io.gradlab.course.Classifier;
import io.gradlab.nn.tensor.Tensor;

/** Trains a classifier and lets it predict. */
final class ClassifierDriver {

    private ClassifierDriver() {}

    static void drive(Classifier classifier, Probe.OfClassifier probe, Report report) {
        Tensor trainingInputs = probe.trainingInputs().copy();
        int[] trainingLabels = probe.trainingLabels().clone();
        for (int fit = 0; fit < probe.fits(); fit++) {
            classifier.fit(trainingInputs, trainingLabels);
        }
        report.put("trainingInputs", trainingInputs);
        report.put("trainingLabels", Value.of(trainingLabels));
        Tensor testInputs = probe.testInputs().copy();
        report.result("probabilities", classifier.predictProba(testInputs), "predictProba");
        report.result("predictions", classifier.predict(testInputs), "predict");
        report.put(
                "score",
                Value.of(classifier.score(testInputs, probe.scoredLabels().clone())));
        report.put("testInputs", testInputs);
    }
}
