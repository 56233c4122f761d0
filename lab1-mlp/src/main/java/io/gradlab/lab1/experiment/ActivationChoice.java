package io.gradlab.lab1.experiment;

import io.gradlab.nn.kernel.ActivationKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --activation} says: one kind, several with commas, or {@code all}.
 *
 * @param kinds in the order given, at least one
 */
record ActivationChoice(List<ActivationKind> kinds) {
    private static final List<ActivationKind> ALL =
            List.of(ActivationKind.SIGMOID, ActivationKind.TANH, ActivationKind.RELU, ActivationKind.LINEAR);

    /** Reads the option. */
    static final class Converter implements ITypeConverter<ActivationChoice> {
        @Override
        public ActivationChoice convert(String text) {
            if (text.equalsIgnoreCase("all")) {
                return new ActivationChoice(ALL);
            }
            return new ActivationChoice(Arrays.stream(text.split(",", -1))
                    .map(Converter::kind)
                    .distinct()
                    .toList());
        }

        private static ActivationKind kind(String name) {
            try {
                return ActivationKind.valueOf(name.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("there is no activation '" + name
                        + "'; give sigmoid, tanh, relu or linear, several with commas," + " or all");
            }
        }
    }
}
