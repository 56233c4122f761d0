package io.gradlab.course.core;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** Lab 3 {@code --with core}. */
public final class Lab3CoreImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab3";
    }

    @Override
    public Variant variant() {
        return Variant.CORE;
    }

    @Override
    public Object create() {
        return new Lab3Core();
    }
}
