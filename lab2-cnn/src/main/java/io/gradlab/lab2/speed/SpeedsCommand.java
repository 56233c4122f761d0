package io.gradlab.lab2.speed;

import io.gradlab.cli.TextTable;
import io.gradlab.cli.UserError;
import io.gradlab.course.Lab2;
import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.nn.kernel.KernelRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Three speeds in one table: tasks 2.2 and 2.3, and the kernel that 2.4 is given. */
@Command(
        name = "lab2-speeds",
        header = "Compare the speed of your convolutions with the engine's.",
        description =
                "Times one convolution by your loops (2.2), by your product form (2.3), and by the engine's kernel.")
public final class SpeedsCommand implements Callable<Integer> {
    private static final double SECONDS = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--with",
            defaultValue = "mine",
            paramLabel = "WHOSE",
            converter = VariantConverter.class,
            description = "Whose loops and product form: mine, solutions or core; ${DEFAULT-VALUE} unless given.")
    private Variant variant = Variant.MINE;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of the engine; ${DEFAULT-VALUE} unless given, as yours are one.")
    private int threads = 1;

    private final double seconds;

    /** Creates the command. */
    public SpeedsCommand() {
        this(SECONDS);
    }

    /** Creates the command with another time for each measurement, and as much again to warm up. */
    SpeedsCommand(double seconds) {
        this.seconds = seconds;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new UserError("--threads " + threads + ": give at least 1");
        }
        KernelRegistry.useThreads(threads);
        Lab2 lab;
        try {
            lab = Labs.find("lab2", Lab2.class, variant);
        } catch (IllegalArgumentException absent) {
            throw new UserError(Objects.toString(absent.getMessage()), absent);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(ConvolutionTrial.DESCRIPTION + ":");
        out.flush();
        List<ConvolutionSpeed> speeds = new ConvolutionTrial(lab, seconds).speeds();
        out.print(table(speeds));
        out.flush();
        return speeds.stream().anyMatch(ConvolutionSpeed::isWrong) ? 1 : 0;
    }

    /** Returns the speeds as lines, each beside that of the first that could be timed. */
    static String table(List<ConvolutionSpeed> speeds) {
        double first = speeds.stream()
                .filter(speed -> speed.seconds() > 0)
                .mapToDouble(ConvolutionSpeed::seconds)
                .findFirst()
                .orElse(Double.NaN);
        return new TextTable(
                        List.of("convolution", "ms a batch", "images/s", "GFLOP/s", "faster by"),
                        speeds.stream().map(speed -> row(speed, first)).toList())
                .toText();
    }

    private static List<String> row(ConvolutionSpeed speed, double first) {
        if (speed.seconds() <= 0) {
            return List.of(speed.name(), speed.note(), "", "", "");
        }
        return List.of(
                speed.name(),
                figure("%.2f", 1000 * speed.seconds()),
                figure("%,.0f", ConvolutionTrial.BATCH / speed.seconds()),
                figure("%.1f", ConvolutionTrial.FLOPS / speed.seconds() / 1e9),
                figure("×%.1f", first / speed.seconds()) + (speed.note().isEmpty() ? "" : "; " + speed.note()));
    }

    private static String figure(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static final class VariantConverter implements ITypeConverter<Variant> {
        @Override
        public Variant convert(@Nullable String text) {
            for (Variant variant : Variant.values()) {
                if (variant.label().equalsIgnoreCase(text)) {
                    return variant;
                }
            }
            throw new TypeConversionException("there is mine, solutions and core, but no " + text);
        }
    }
}
