package io.gradlab.cli;

import io.gradlab.nn.data.DataCatalog;
import io.gradlab.nn.data.DataCheck;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.DataInstaller;
import io.gradlab.nn.data.Download;
import io.gradlab.nn.data.KnownFile;
import io.gradlab.nn.data.KnownSet;
import io.gradlab.nn.io.DataFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code gradlab data}: shows, downloads and checks the public data sets. */
@Command(
        name = "data",
        description = "Show, download and check the public data sets.",
        footer = "The built-in synthetic sets need no file.")
public final class DataCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The sets' folder (default: what GRADLAB_DATA says, else ~/.gradlab/data).")
    private @Nullable Path folder;

    /** Says that a sub-command is missing; exit code 2. */
    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: data list, data get SET, or data check [SET]");
    }

    @Command(name = "list", description = "Show the sets: size, licence, and whether they are here.")
    int list() {
        print("Sets in " + data().root() + ":");
        for (KnownSet set : DataCatalog.sets()) {
            print(String.format(
                    Locale.ROOT,
                    "%n%-14s %s, %s on disk; %s",
                    set.name(),
                    set.contents(),
                    size(set.bytes()),
                    presence(set)));
            print("  folder   " + data().root().resolve(set.folder()));
            print("  licence  " + set.licence());
            String unseen = Stream.concat(set.files().stream(), set.archive().stream())
                    .filter(file -> !file.checksum().seen())
                    .map(KnownFile::name)
                    .collect(Collectors.joining(", "));
            if (!unseen.isEmpty()) {
                print("  sums     not yet seen (published by others, not computed by us): " + unseen);
            }
        }
        return GOOD;
    }

    @Command(name = "get", description = "Download sets, verify them, and put them in place.")
    int get(
            @Parameters(arity = "1..*", paramLabel = "SET", description = "mnist, fashion-mnist, cifar-10")
                    List<String> names) {
        List<KnownSet> sets = find(names);
        try (Download download = new Download()) {
            for (KnownSet set : sets) {
                long bytes = set.archive().map(KnownFile::bytes).orElse(set.bytes());
                print(set.name() + ": up to " + size(bytes) + " to download, into "
                        + data().root().resolve(set.folder()));
                new DataInstaller(data(), download).install(set, this::printProgress);
                print(set.name() + ": complete, all sums are right");
            }
            return GOOD;
        } catch (IOException | DataFormatException e) {
            return fail(e.getMessage());
        }
    }

    @Command(name = "check", description = "Verify the files' sums and read them; exit code 1 if one is not right.")
    int check(
            @Parameters(arity = "0..*", paramLabel = "SET", description = "default: the sets that are here") @Nullable
                    List<String> names) {
        List<KnownSet> sets = names == null || names.isEmpty()
                ? DataCatalog.sets().stream().filter(set -> here(set) > 0).toList()
                : find(names);
        if (sets.isEmpty()) {
            throw new UserError(data().root()
                    + " holds none of the sets; run ./gradlab data get mnist, or name the folder with --data");
        }
        DataCheck check = new DataCheck(data());
        int result = GOOD;
        for (KnownSet set : sets) {
            print(set.name());
            for (DataCheck.Finding finding : check.findings(set)) {
                print((finding.good() ? "  ok    " : "  BAD   ") + finding.text());
                result = finding.good() ? result : FAILED;
            }
        }
        return result;
    }

    private DataFolder data() {
        return DataFolder.resolve(folder);
    }

    private static List<KnownSet> find(List<String> names) {
        try {
            return names.stream().map(DataCatalog::find).toList();
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private String presence(KnownSet set) {
        long here = here(set);
        if (here == set.files().size()) {
            return "here";
        }
        String count =
                here == 0 ? "not here" : "only " + here + " of " + set.files().size() + " files here";
        return count + ", ./gradlab data get " + set.name();
    }

    private long here(KnownSet set) {
        return set.files().stream()
                .filter(file -> Files.exists(data().find(set, file)))
                .count();
    }

    private void printProgress(KnownFile file, long bytes, long before) {
        long tenth = Math.max(file.bytes() / 10, 1);
        if (bytes / tenth > before / tenth) {
            print(String.format(Locale.ROOT, "  %s %3d %%", file.name(), 100 * bytes / file.bytes()));
        }
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private int fail(@Nullable String message) {
        spec.commandLine().getErr().println(message);
        return FAILED;
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
