package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.DeviceUnavailable;
import io.gradlab.nn.kernel.KernelOptions;
import io.gradlab.nn.kernel.KernelProvider;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.tensor.Device;

/** Makes the kernels of the first NVIDIA GPU that CUDA shows; {@code CUDA_VISIBLE_DEVICES} chooses another. */
public final class CudaProvider implements KernelProvider {
    private static final int LEAST_CAPABILITY = 75; // the PTX is made for Turing
    private static final int LEAST_CUDA = 11_000; // whose drivers read PTX 7.0

    @Override
    public Device device() {
        return Device.CUDA;
    }

    @Override
    public Kernels create(KernelOptions options) {
        NvidiaDriver.require(); // before JCuda is touched: a machine without a driver never loads it
        Driver driver = open();
        try {
            requireNew(driver.facts());
            requirePrecision(driver.facts(), options.precision());
        } catch (DeviceUnavailable unfit) {
            driver.close();
            throw unfit;
        }
        return new CudaKernels(driver, options.precision());
    }

    private static Driver open() {
        try {
            return CudaDriver.open();
        } catch (LinkageError problem) {
            throw new DeviceUnavailable(LinkProblem.explain(problem));
        }
    }

    private static void requirePrecision(DeviceFacts facts, Precision precision) {
        if (precision == Precision.TF32 && !facts.hasTf32()) {
            throw new DeviceUnavailable("the GPU (" + facts.name() + ", compute capability " + facts.capabilityText()
                    + ") has no TF32, which came with 8.0: leave --precision out");
        }
    }

    static void requireNew(DeviceFacts facts) {
        if (facts.capability() < LEAST_CAPABILITY) {
            throw new DeviceUnavailable("the GPU (" + facts.name() + ", compute capability " + facts.capabilityText()
                    + ") is older than these kernels can use, which is 7.5, of 2018: use the CPU");
        }
        if (facts.driverVersion() < LEAST_CUDA) {
            throw new DeviceUnavailable("the NVIDIA driver is too old: it knows CUDA " + facts.driverText()
                    + ", and these kernels need 11.0: install a newer driver");
        }
    }
}
