package io.gradlab.nn.kernel.cuda;

/**
 * What is known of a GPU.
 *
 * @param name for example {@code NVIDIA H200}
 * @param capability the compute capability, ten times the major number plus the minor: 75 for 7.5
 * @param multiprocessors how many there are
 * @param memory in bytes
 * @param driverVersion the newest CUDA that the driver knows, as it says it: 12040 for 12.4
 */
record DeviceFacts(String name, int capability, int multiprocessors, long memory, int driverVersion) {

    /** Returns whether the tensor cores multiply numbers in TF32, and copies to shared memory run by themselves. */
    boolean hasTf32() {
        return capability >= 80;
    }

    /** Returns the compute capability as it is usually written: {@code 7.5}. */
    String capabilityText() {
        return capability / 10 + "." + capability % 10;
    }

    /** Returns the driver's CUDA as it is usually written: {@code 12.4}. */
    String driverText() {
        return driverVersion / 1000 + "." + driverVersion % 1000 / 10;
    }
}
