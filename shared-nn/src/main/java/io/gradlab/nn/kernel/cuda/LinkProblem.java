package io.gradlab.nn.kernel.cuda;

/** Says in words for people why JCuda or a library below it could not be loaded. */
final class LinkProblem {

    private LinkProblem() {}

    /** Returns what failed and the mend. */
    static String explain(LinkageError problem) {
        String words = words(problem);
        if (problem instanceof NoClassDefFoundError
                && words.contains("jcuda/driver/")
                && !words.contains("initialize")) {
            return "JCuda's jar is not on the class path: take a release of the course that was made with --cuda";
        }
        if (words.contains("libcuda") || words.contains("nvcuda")) {
            return "the NVIDIA driver's library could not be loaded (" + firstLine(words)
                    + "): see whether nvidia-smi runs, and install the driver anew if it does not";
        }
        if (words.contains("resource") || words.contains("natives")) {
            return "JCuda's native library is not on the class path: take a release of the course that was made with"
                    + " --cuda";
        }
        return "CUDA's native library could not be loaded (" + firstLine(words)
                + "): see whether nvidia-smi runs, or use the CPU";
    }

    private static String words(Throwable problem) {
        StringBuilder words = new StringBuilder();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            words.append(cause.getMessage()).append('\n');
        }
        return words.toString();
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("no reason given").strip();
    }
}
