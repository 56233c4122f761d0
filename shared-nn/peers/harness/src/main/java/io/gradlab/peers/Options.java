package io.gradlab.peers;

/** What every peer takes: {@code --only NAME --threads T --seconds S}; without a name, all its workloads. */
public record Options(String only, int threads, double seconds) {
    /** Reads the arguments; ends the program with one line on a bad one. */
    public static Options parse(String[] arguments) {
        String only = null;
        int threads = 1;
        double seconds = 5;
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                String value = arguments[i + 1];
                switch (arguments[i]) {
                    case "--only" -> only = value;
                    case "--threads" -> threads = Integer.parseInt(value);
                    case "--seconds" -> seconds = Double.parseDouble(value);
                    default -> throw new IllegalArgumentException();
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            System.err.println("usage: --only NAME --threads T --seconds S");
            System.exit(2);
        }
        return new Options(only, threads, seconds);
    }
}
