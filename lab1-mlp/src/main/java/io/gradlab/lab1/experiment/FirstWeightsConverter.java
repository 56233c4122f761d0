package io.gradlab.lab1.experiment;

import io.gradlab.lab1.model.FirstWeights;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what {@code --init} says. */
final class FirstWeightsConverter implements ITypeConverter<FirstWeights> {
    @Override
    public FirstWeights convert(String label) {
        try {
            return FirstWeights.parse(label);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("there is no initialization '" + label
                    + "'; give zero, normal, xavier, he, or a deviation above 0, say 0.05");
        }
    }
}
