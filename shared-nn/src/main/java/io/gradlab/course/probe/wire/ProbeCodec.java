package io.gradlab.course.probe.wire;

import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.course.probe.Value;
import java.util.Arrays;
import java.util.List;

/** Turns probes into bytes and back. */
public final class ProbeCodec {
    private static final int FUNCTION = 1;
    private static final int LAYER = 2;
    private static final int LOSS = 3;
    private static final int OPTIMIZER = 4;
    private static final int CLASSIFIER = 5;

    private static final int TRAIN = 1;
    private static final int EVALUATE = 2;
    private static final int BACKWARD = 3;

    private ProbeCodec() {}

    /** Returns a probe's bytes. */
    public static byte[] write(Probe probe) {
        Writing out = new Writing();
        switch (probe) {
            case Probe.OfFunction _ -> begin(out, FUNCTION, probe);
            case Probe.OfLayer layer -> begin(out, LAYER, probe).list(layer.script(), step -> write(out, step));
            case Probe.OfLoss loss ->
                begin(out, LOSS, probe).tensor(loss.logits()).tensor(loss.targets());
            case Probe.OfOptimizer steps ->
                begin(out, OPTIMIZER, probe)
                        .list(steps.parameters(), out::tensor)
                        .list(steps.gradients(), gradients -> out.list(gradients, out::tensor))
                        .wholes(steps.frozen())
                        .real(steps.learningRate());
            case Probe.OfClassifier data ->
                begin(out, CLASSIFIER, probe)
                        .tensor(data.trainingInputs())
                        .wholes(boxed(data.trainingLabels()))
                        .count(data.fits())
                        .tensor(data.testInputs())
                        .wholes(boxed(data.scoredLabels()));
        }
        return out.bytes();
    }

    /** Reads what {@link #write} wrote. */
    public static Probe read(byte[] content) throws WireException {
        Reading in = new Reading(content);
        int kind = in.tag();
        String method = in.text();
        List<Value> arguments = in.values();
        Probe probe = switch (kind) {
            case FUNCTION -> new Probe.OfFunction(method, arguments);
            case LAYER -> new Probe.OfLayer(method, arguments, in.list(1, () -> step(in)));
            case LOSS -> new Probe.OfLoss(method, arguments, in.tensor(), in.tensor());
            case OPTIMIZER ->
                new Probe.OfOptimizer(
                        method,
                        arguments,
                        in.list(4, in::tensor),
                        in.list(4, () -> in.list(4, in::tensor)),
                        in.wholes(),
                        in.real());
            case CLASSIFIER ->
                new Probe.OfClassifier(
                        method,
                        arguments,
                        in.tensor(),
                        unboxed(in.wholes()),
                        in.place(),
                        in.tensor(),
                        unboxed(in.wholes()));
            default -> throw new WireException("there is no probe of kind " + kind);
        };
        in.end();
        return probe;
    }

    private static Writing begin(Writing out, int kind, Probe probe) {
        return out.tag(kind).text(probe.method()).values(probe.arguments());
    }

    private static void write(Writing out, Step step) {
        switch (step) {
            case Step.Train train ->
                out.tag(TRAIN).tensor(train.input()).whole(train.seed()).whole(train.number());
            case Step.Evaluate evaluate -> out.tag(EVALUATE).tensor(evaluate.input());
            case Step.Backward backward -> out.tag(BACKWARD).tensor(backward.outputGradient());
        }
    }

    private static Step step(Reading in) throws WireException {
        int kind = in.tag();
        return switch (kind) {
            case TRAIN -> new Step.Train(in.tensor(), in.whole(), in.whole());
            case EVALUATE -> new Step.Evaluate(in.tensor());
            case BACKWARD -> new Step.Backward(in.tensor());
            default -> throw new WireException("there is no step of kind " + kind);
        };
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static int[] unboxed(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
