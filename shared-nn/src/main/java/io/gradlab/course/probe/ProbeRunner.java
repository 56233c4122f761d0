package io.gradlab.course.probe;

import io.gradlab.course.Classifier;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out probes on an implementation of a contract, in the calling thread. The implementation gets copies of all
 * tensors, and answers hold copies, so neither side sees what the other does later.
 */
public final class ProbeRunner {
    private final ContractCalls calls;
    private final FailureReport failures;

    /**
     * Creates a runner.
     *
     * @param contract the contract's interface, for example {@link io.gradlab.course.Lab1}
     * @param implementation an instance of it; what lies in its package or below counts as the student's code
     * @param core gives the engine's instance of it, for {@link Value.Parts#CORE}; asked only then
     */
    public ProbeRunner(Class<?> contract, Object implementation, Supplier<?> core) {
        this.calls = new ContractCalls(contract, contract.cast(implementation), core);
        this.failures = new FailureReport(implementation.getClass().getPackageName());
    }

    /**
     * Carries out a probe; whatever the implementation throws or prints becomes part of the answer.
     *
     * @throws IllegalArgumentException if the probe does not fit the contract, which is no fault of the implementation
     */
    public Answer run(Probe probe) {
        try (PrintCapture printed = PrintCapture.start()) {
            return run(probe, printed);
        }
    }

    /** Carries out a probe while someone else captures what is printed. */
    Answer run(Probe probe, PrintCapture printed) {
        ContractCalls.Call call = calls.prepare(probe.method(), probe.arguments());
        Map<String, Value> values = new LinkedHashMap<>();
        Optional<Failure> failure = Optional.empty();
        try {
            carryOut(probe, call, new Report(values));
        } catch (Throwable thrown) { // whatever it is, it must not stop the grader
            failure = Optional.of(failures.of(thrown));
        }
        if (printed.flooded()) { // whether or not the implementation has caught what stopped it
            String why = "it printed more than " + PrintCapture.MOST / (1 << 20)
                    + " MB and was stopped; is there a print in an inner loop?";
            failure = Optional.of(new Failure(Failure.Kind.FLOODED, "", why));
        }
        return new Answer(values, failure, printed.text());
    }

    private static void carryOut(Probe probe, ContractCalls.Call call, Report report) throws Throwable {
        Object made = call.invoke();
        switch (probe) {
            case Probe.OfFunction _ -> {
                report.result("result", made, call.name());
                call.tensors().forEach((place, tensor) -> report.put("argument." + place, tensor));
                call.maps().forEach((place, map) -> report.result("argument." + place, map, call.name()));
            }
            case Probe.OfLayer layer -> new LayerDriver(make(Layer.class, made, call), report).drive(layer.script());
            case Probe.OfLoss loss -> compute(make(Loss.class, made, call), loss, report);
            case Probe.OfOptimizer steps -> OptimizerDriver.drive(make(Optimizer.class, made, call), steps, report);
            case Probe.OfClassifier data -> ClassifierDriver.drive(make(Classifier.class, made, call), data, report);
        }
    }

    private static void compute(Loss loss, Probe.OfLoss probe, Report report) {
        Tensor logits = probe.logits().copy();
        Tensor targets = probe.targets().copy();
        LossResult result = BadAnswer.unlessNull(loss.compute(logits, targets), "compute of the loss returned null");
        report.put("value", new Value.Real(result.value()));
        report.put("gradient", BadAnswer.unlessNull(result.gradient(), "the loss returned null as its gradient"));
        report.put("logits", logits);
        report.put("targets", targets);
    }

    private static <T> T make(Class<T> type, @Nullable Object made, ContractCalls.Call call) {
        if (made != null && !type.isInstance(made)) {
            throw new IllegalStateException(call.name() + " makes no " + type.getSimpleName());
        }
        return type.cast(BadAnswer.unlessNull(made, call.name() + " returned null"));
    }
}
