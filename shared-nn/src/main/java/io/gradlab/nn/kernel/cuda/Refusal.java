package io.gradlab.nn.kernel.cuda;

/** Says in words for people why a driver does not give a GPU. */
final class Refusal {

    private Refusal() {}

    /** Returns what the driver's word means, and the mend. */
    static String explain(String word) {
        String meaning = switch (word) {
            case "CUDA_ERROR_NO_DEVICE", "CUDA_ERROR_INVALID_DEVICE" ->
                "the NVIDIA driver finds no GPU: see whether nvidia-smi lists one, and whether"
                        + " CUDA_VISIBLE_DEVICES hides it";
            case "CUDA_ERROR_OUT_OF_MEMORY" -> "the GPU's memory is taken by other programs: nvidia-smi lists them";
            case "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH", "CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE" ->
                "the NVIDIA driver's parts are of different versions: restart the machine, or install the"
                        + " driver anew";
            case "CUDA_ERROR_DEVICE_UNAVAILABLE" -> "another program has the GPU for itself: nvidia-smi names it";
            case "CUDA_ERROR_STUB_LIBRARY" ->
                "the CUDA toolkit's empty libcuda was found instead of the driver's: take its folder 'stubs'"
                        + " out of LD_LIBRARY_PATH";
            default -> "the NVIDIA driver does not start: see what nvidia-smi says";
        };
        return meaning + " (" + word + ")";
    }
}
