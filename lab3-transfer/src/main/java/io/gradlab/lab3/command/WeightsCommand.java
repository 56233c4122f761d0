package io.gradlab.lab3.command;

import io.gradlab.cli.UserError;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.lab3.weights.KnownWeights;
import io.gradlab.lab3.weights.WeightCatalog;
import io.gradlab.lab3.weights.WeightFile;
import io.gradlab.lab3.weights.WeightFolder;
import io.gradlab.lab3.weights.WeightInstaller;
import io.gradlab.nn.data.Checksum;
import io.gradlab.nn.data.Download;
import io.gradlab.nn.data.KnownFile;
import io.gradlab.nn.data.RangeReader;
import io.gradlab.nn.io.DataFormatException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code gradlab weights}: shows, downloads and checks files of pretrained weights. */
@Command(
        name = "weights",
        description = "Show, download, check and export pretrained weights.",
        subcommands = ExportCommand.class)
public final class WeightsCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Files are kept in DIR/weights (default DIR: what GRADLAB_DATA says, else ~/.gradlab/data).")
    private @Nullable Path data;

    /** Says that a sub-command is missing; exit code 2. */
    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: weights list, weights get NAME, or weights check FILE");
    }

    @Command(name = "list", description = "Show the public weights: size, convention, and whether they are here.")
    int list() {
        WeightFolder folder = WeightFolder.resolve(data);
        print("Weights in " + folder.root() + ":");
        for (KnownWeights known : WeightCatalog.all()) {
            print(String.format(
                    Locale.ROOT,
                    "%n%-18s %s, %.0f MB; %s",
                    known.name(),
                    known.file(),
                    4e-6 * known.parameters(),
                    presence(folder, known)));
            print("  images   " + known.convention().text());
            print("  SHA-256  " + sum(known.checksum()));
            known.mirrors().forEach(mirror -> print("  from     " + mirror));
        }
        return GOOD;
    }

    @Command(name = "get", description = "Download weights, verify them, and put them in place.")
    int get(
            @Parameters(paramLabel = "NAME", description = "as ./gradlab weights list shows it") String name,
            @Option(
                            names = "--only",
                            paramLabel = "PART",
                            description = "features: the convolutions alone, a tenth of the file (safetensors only)")
                    @Nullable
                    String part,
            @Option(names = "--mirror", paramLabel = "URI", description = "where to look first") @Nullable URI mirror) {
        KnownWeights listed = WeightCatalog.of(name);
        KnownWeights known = mirror == null ? listed : listed.at(mirror);
        requirePart(known, part);
        try (Download download = new Download();
                RangeReader ranges = new RangeReader()) {
            WeightInstaller installer = new WeightInstaller(WeightFolder.resolve(data), download, ranges);
            Path file = part == null
                    ? installer.install(known, this::printProgress)
                    : installer.installFeatures(
                            known, (bytes, all) -> print(String.format(Locale.ROOT, "  %3d %%", 100 * bytes / all)));
            print(file + ": complete; its SHA-256 is noted beside it, " + sum(known.checksum()));
            return GOOD;
        } catch (IOException | DataFormatException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return FAILED;
        }
    }

    @Command(name = "check", description = "Open a file of weights and show what it holds, and which network it fits.")
    int check(
            @Parameters(paramLabel = "FILE", description = "a .safetensors or .pth file, or a name of the list")
                    String name,
            @Option(names = "--convention", paramLabel = "NAME", description = "torchvision, caffe or plain") @Nullable
                    String convention) {
        Path path = WeightFolder.resolve(data).find(name);
        try (WeightFile file = WeightFile.open(path, convention == null ? null : Convention.of(convention))) {
            print(new WeightReport(file).toString().stripTrailing());
            return GOOD;
        } catch (DataFormatException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requirePart(KnownWeights known, @Nullable String part) {
        if (part != null && !part.equals(WeightInstaller.FEATURES)) {
            throw new UserError("There is no part '" + part + "'; write --only features");
        }
        if (part != null && !known.hasParts()) {
            String other = known.name() + "-safetensors";
            throw new UserError("--only needs a safetensors file, and " + known.file() + " is none; "
                    + (WeightCatalog.find(other).isPresent()
                            ? "run ./gradlab weights get " + other + " --only features"
                            : "leave --only away"));
        }
    }

    private static String presence(WeightFolder folder, KnownWeights known) {
        if (Files.exists(folder.locate(known))) {
            return "here";
        }
        return known.hasParts() && Files.exists(folder.locate(known, WeightInstaller.FEATURES))
                ? "its features are here"
                : "not here, ./gradlab weights get " + known.name();
    }

    private static String sum(Checksum checksum) {
        if (checksum.seen()) {
            return checksum.hex();
        }
        return checksum.hex().isEmpty()
                ? "not yet seen, and none is published"
                : "not yet seen; published are the first digits, " + checksum.hex();
    }

    private void printProgress(KnownFile file, long bytes, long before) {
        long tenth = Math.max(file.bytes() / 10, 1);
        if (bytes / tenth > before / tenth) {
            print(String.format(Locale.ROOT, "  %s %3d %%", file.name(), 100 * bytes / file.bytes()));
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
