package io.gradlab.nn.kernel.cuda;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests that run kernels on the host where there is no compiler for them, with the reason. */
final class NeedsCompiler implements ExecutionCondition {
    private static final boolean AVAILABLE = Shim.available();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AVAILABLE
                ? ConditionEvaluationResult.enabled("g++ is there")
                : ConditionEvaluationResult.disabled("the kernels' sources need g++ to run on the host; install it");
    }
}
