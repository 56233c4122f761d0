package io.gradlab.lab3.torch;

import io.gradlab.nn.io.NumberType;
import org.jspecify.annotations.Nullable;

/** The functions and classes that a pickle of weights may name; all others are refused. */
enum TorchName {
    ORDERED_DICT("collections", "OrderedDict", null),
    REBUILD_TENSOR("torch._utils", "_rebuild_tensor", null),
    REBUILD_TENSOR_V2("torch._utils", "_rebuild_tensor_v2", null),
    REBUILD_PARAMETER("torch._utils", "_rebuild_parameter", null),
    DOUBLE_STORAGE("torch", "DoubleStorage", NumberType.F64),
    FLOAT_STORAGE("torch", "FloatStorage", NumberType.F32),
    HALF_STORAGE("torch", "HalfStorage", NumberType.F16),
    BFLOAT16_STORAGE("torch", "BFloat16Storage", NumberType.BF16),
    LONG_STORAGE("torch", "LongStorage", NumberType.I64);

    private final String module;
    private final String called;
    private final @Nullable NumberType type;

    TorchName(String module, String called, @Nullable NumberType type) {
        this.module = module;
        this.called = called;
        this.type = type;
    }

    /** Returns the one of this name, or throws. */
    static TorchName of(String module, String called) {
        for (TorchName name : values()) {
            if (name.module.equals(module) && name.called.equals(called)) {
                return name;
            }
        }
        throw new PickleException("refuses to call " + module + "." + called
                + ": a file of weights needs nothing but tensors; do not open this one with Python, and get it again"
                + " from a source that you trust");
    }

    /** Returns a storage class's numbers. */
    NumberType numbers() {
        if (type == null) {
            throw new PickleException("names " + module + "." + called + " where a storage belongs");
        }
        return type;
    }
}
