package io.gradlab.nn.data;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The public sets that the course uses: files, sizes, sums, mirrors, licences. */
public final class DataCatalog {
    /** Handwritten digits. */
    public static final String MNIST = "mnist";
    /** Articles of clothing. */
    public static final String FASHION_MNIST = "fashion-mnist";
    /** Small photographs. */
    public static final String CIFAR_10 = "cifar-10";

    private static final List<KnownSet> SETS = List.of(mnist(), fashionMnist(), cifar10());

    private DataCatalog() {}

    /** Returns all sets. */
    public static List<KnownSet> sets() {
        return SETS;
    }

    /**
     * Returns the set of a name.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public static KnownSet find(String name) {
        return SETS.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no set \"" + name + "\"; there are "
                        + SETS.stream().map(KnownSet::name).collect(Collectors.joining(", "))));
    }

    private static KnownSet mnist() {
        List<String> mirrors = List.of(
                "https://ossci-datasets.s3.amazonaws.com/mnist/",
                "https://storage.googleapis.com/cvdf-datasets/mnist/");
        return new KnownSet(
                MNIST,
                "mnist",
                "70,000 handwritten digits, 28×28 grey, 10 classes",
                "CC BY-SA 3.0, Y. LeCun and C. Cortes",
                List.of(
                        new KnownFile(
                                "train-images-idx3-ubyte.gz",
                                9_912_422,
                                seen("440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
                                at(mirrors, "train-images-idx3-ubyte.gz")),
                        new KnownFile(
                                "train-labels-idx1-ubyte.gz",
                                28_881,
                                seen("3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
                                at(mirrors, "train-labels-idx1-ubyte.gz")),
                        new KnownFile(
                                "t10k-images-idx3-ubyte.gz",
                                1_648_877,
                                seen("8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
                                at(mirrors, "t10k-images-idx3-ubyte.gz")),
                        new KnownFile(
                                "t10k-labels-idx1-ubyte.gz",
                                4_542,
                                seen("f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
                                at(mirrors, "t10k-labels-idx1-ubyte.gz"))),
                Optional.empty());
    }

    private static KnownSet fashionMnist() {
        List<String> mirrors = List.of(
                "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
                "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/");
        return new KnownSet(
                FASHION_MNIST,
                "fashion-mnist",
                "70,000 articles of clothing, 28×28 grey, 10 classes",
                "MIT, Zalando SE",
                List.of(
                        new KnownFile(
                                "train-images-idx3-ubyte.gz",
                                26_421_880,
                                seen("3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
                                at(mirrors, "train-images-idx3-ubyte.gz")),
                        new KnownFile(
                                "train-labels-idx1-ubyte.gz",
                                29_515,
                                seen("a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
                                at(mirrors, "train-labels-idx1-ubyte.gz")),
                        new KnownFile(
                                "t10k-images-idx3-ubyte.gz",
                                4_422_102,
                                seen("346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
                                at(mirrors, "t10k-images-idx3-ubyte.gz")),
                        new KnownFile(
                                "t10k-labels-idx1-ubyte.gz",
                                5_148,
                                seen("67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
                                at(mirrors, "t10k-labels-idx1-ubyte.gz"))),
                Optional.empty());
    }

    private static KnownSet cifar10() {
        String archive = "cifar-10-binary.tar.gz";
        return new KnownSet(
                CIFAR_10,
                "cifar-10-batches-bin",
                "60,000 photographs, 32×32 colour, 10 classes",
                "none stated; cite A. Krizhevsky, Learning multiple layers of features from tiny images, 2009",
                List.of(
                        batch(
                                "data_batch_1.bin",
                                seen("cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5")),
                        batch(
                                "data_batch_2.bin",
                                seen("a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed")),
                        batch(
                                "data_batch_3.bin",
                                seen("bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67")),
                        batch(
                                "data_batch_4.bin",
                                seen("014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48")),
                        batch(
                                "data_batch_5.bin",
                                seen("755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add")),
                        batch(
                                "test_batch.bin",
                                published("8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"))),
                Optional.of(new KnownFile(
                        archive,
                        170_052_171,
                        published("c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
                        at(
                                List.of(
                                        "https://www.cs.toronto.edu/~kriz/",
                                        "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/"),
                                archive))));
    }

    private static KnownFile batch(String name, Checksum checksum) {
        return new KnownFile(name, 30_730_000, checksum, List.of());
    }

    private static List<URI> at(List<String> mirrors, String name) {
        return mirrors.stream().map(mirror -> URI.create(mirror + name)).toList();
    }

    private static Checksum seen(String sha256) {
        return new Checksum(sha256, true);
    }

    private static Checksum published(String sha256) {
        return new Checksum(sha256, false);
    }
}
