package io.gradlab.course;

import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Finds the implementations of the labs' contracts on the class path. */
public final class Labs {

    private Labs() {}

    /**
     * Returns an implementation of a lab's contract.
     *
     * @throws IllegalArgumentException if the class path has none; the message names those that it has
     */
    public static <C> C find(String lab, Class<C> contract, Variant variant) {
        TreeSet<String> present = new TreeSet<>();
        for (Implementation implementation : all()) {
            if (implementation.lab().equals(lab)) {
                if (implementation.variant() == variant) {
                    return contract.cast(implementation.create());
                }
                present.add(implementation.variant().label());
            }
        }
        throw new IllegalArgumentException("There is no " + lab + " --with " + variant.label()
                + " here; on this class path are: " + (present.isEmpty() ? "none" : String.join(", ", present)));
    }

    private static List<Implementation> all() {
        return ServiceLoader.load(Implementation.class, Labs.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
