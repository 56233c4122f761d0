package io.gradlab.nn.data;

import io.gradlab.nn.io.DataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the public sets, each in a folder of its own.
 *
 * @param root for example {@code ~/.gradlab/data}
 */
public record DataFolder(Path root) {
    /** The environment variable that names the folder. */
    public static final String ENVIRONMENT = "GRADLAB_DATA";

    private static final int CIFAR_BATCHES = 5;

    /**
     * Chooses the folder: the option if given, else the environment's value if given, else {@code .gradlab/data} in the
     * home folder.
     *
     * @param option what {@code --data} says
     * @param environment what {@link #ENVIRONMENT} says; blank is as if not given
     */
    public static DataFolder resolve(@Nullable Path option, @Nullable String environment, Path home) {
        if (option != null) {
            return new DataFolder(option);
        }
        if (environment != null && !environment.isBlank()) {
            return new DataFolder(Path.of(environment));
        }
        return new DataFolder(home.resolve(".gradlab").resolve("data"));
    }

    /** Chooses the folder with this process's environment and user. */
    public static DataFolder resolve(@Nullable Path option) {
        return resolve(option, System.getenv(ENVIRONMENT), Path.of(System.getProperty("user.home")));
    }

    /** Returns where a file of a set is or would be. */
    public Path locate(KnownSet set, KnownFile file) {
        return root.resolve(set.folder()).resolve(file.name());
    }

    /** Returns where a file of a set is, packed or without its {@code .gz}; if neither, where it would be. */
    public Path find(KnownSet set, KnownFile file) {
        Path packed = locate(set, file);
        Path plain = packed.resolveSibling(file.name().replaceFirst("\\.gz$", ""));
        return !Files.exists(packed) && Files.exists(plain) ? plain : packed;
    }

    /**
     * Reads the official training samples of a set: 60,000, or 50,000 of CIFAR-10.
     *
     * @throws DataFormatException if a file is missing or broken
     */
    public Dataset train(String set) {
        return switch (DataCatalog.find(set).name()) {
            case DataCatalog.CIFAR_10 ->
                Cifar10Reader.read(IntStream.rangeClosed(1, CIFAR_BATCHES)
                        .mapToObj(this::cifarFile)
                        .toList());
            default -> idx(set, "train");
        };
    }

    /**
     * Reads the official 10,000 test samples of a set.
     *
     * @throws DataFormatException if a file is missing or broken
     */
    public Dataset test(String set) {
        return switch (DataCatalog.find(set).name()) {
            case DataCatalog.CIFAR_10 -> Cifar10Reader.read(List.of(cifarTestFile()));
            default -> idx(set, "t10k");
        };
    }

    /**
     * Reads one of CIFAR-10's training batches, 10,000 samples.
     *
     * @param batch 1 to 5
     */
    public Dataset cifarBatch(int batch) {
        if (batch < 1 || batch > CIFAR_BATCHES) {
            throw new IllegalArgumentException("CIFAR-10 has training batches 1 to 5, but not " + batch);
        }
        return Cifar10Reader.read(List.of(cifarFile(batch)));
    }

    /** Tells whether CIFAR-10's official test batch is here; else {@link #test} cannot read it. */
    public boolean hasCifarTest() {
        return Files.exists(cifarFolder().resolve("test_batch.bin"));
    }

    private Path cifarTestFile() {
        Path file = cifarFolder().resolve("test_batch.bin");
        if (!hasCifarTest() && Files.exists(cifarFolder().resolve("test_batch_first1000.bin"))) {
            throw new DataFormatException(
                    file,
                    "there is only test_batch_first1000.bin, a tenth of the test set; "
                            + DataMend.get(DataCatalog.CIFAR_10) + ", or hold out data_batch_5.bin");
        }
        return file;
    }

    private Path cifarFile(int batch) {
        return cifarFolder().resolve("data_batch_" + batch + ".bin");
    }

    private Path cifarFolder() {
        return root.resolve(DataCatalog.find(DataCatalog.CIFAR_10).folder());
    }

    private Dataset idx(String set, String part) {
        List<String> classNames = set.equals(DataCatalog.MNIST) ? ClassNames.DIGITS : ClassNames.FASHION;
        return new IdxReader(set, classNames)
                .read(
                        root.resolve(DataCatalog.find(set).folder()),
                        part + "-images-idx3-ubyte",
                        part + "-labels-idx1-ubyte");
    }
}
