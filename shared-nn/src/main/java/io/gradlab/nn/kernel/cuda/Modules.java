package io.gradlab.nn.kernel.cuda;

import static io.gradlab.nn.kernel.cuda.CudaDriver.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;

/** The PTX resources that have been loaded: the driver compiles each for its GPU and keeps the result on the disk. */
final class Modules {
    private final Map<String, CUmodule> loaded = new HashMap<>();

    /** Returns a kernel of {@code module.ptx}. */
    CUfunction function(String module, String name) {
        CUfunction function = new CUfunction();
        CUmodule code = loaded.computeIfAbsent(module, Modules::load);
        check("cuModuleGetFunction of " + name, JCudaDriver.cuModuleGetFunction(function, code, name));
        return function;
    }

    private static CUmodule load(String module) {
        CUmodule code = new CUmodule();
        check("cuModuleLoadData of " + module, JCudaDriver.cuModuleLoadData(code, ptx(module)));
        return code;
    }

    /** Returns a module's text. */
    static String ptx(String module) {
        try (InputStream resource = Modules.class.getResourceAsStream(module + ".ptx")) {
            if (resource == null) {
                throw new CudaFailure("the resource " + module + ".ptx is missing: build the project anew");
            }
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
