package io.gradlab.course.core;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** The sample lab {@code --with core}. */
public final class Lab4CoreImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab4";
    }

    @Override
    public Variant variant() {
        return Variant.CORE;
    }

    @Override
    public Object create() {
        return new Lab4Core();
    }
}
