package io.gradlab.course.core;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** Lab 2 {@code --with core}. */
public final class Lab2CoreImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab2";
    }

    @Override
    public Variant variant() {
        return Variant.CORE;
    }

    @Override
    public Object create() {
        return new Lab2Core();
    }
}
