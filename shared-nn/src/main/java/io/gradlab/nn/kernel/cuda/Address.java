package io.gradlab.nn.kernel.cuda;

import jcuda.driver.CUdeviceptr;

/** A place in the GPU's memory whose number can be read, which JCuda keeps to itself. */
final class Address extends CUdeviceptr {
    private static final CUdeviceptr ZERO = new CUdeviceptr();

    /** Returns the place with the given number. */
    static CUdeviceptr of(long value) {
        return ZERO.withByteOffset(value);
    }

    long value() {
        return getNativePointer();
    }
}
