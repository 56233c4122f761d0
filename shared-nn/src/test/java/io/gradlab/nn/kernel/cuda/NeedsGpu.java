package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.DeviceUnavailable;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.tensor.Device;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where there is no GPU, with the reason; with {@code -Dgpu.required=true} they run, and fail. */
final class NeedsGpu implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Boolean.getBoolean("gpu.required")) {
            return ConditionEvaluationResult.enabled("a GPU is required");
        }
        try {
            return ConditionEvaluationResult.enabled(
                    KernelRegistry.get(Device.CUDA).description());
        } catch (DeviceUnavailable why) {
            return ConditionEvaluationResult.disabled("no GPU: " + why.getMessage());
        }
    }
}
