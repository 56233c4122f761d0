package io.gradlab.course.core;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** Lab 1 {@code --with core}. */
public final class Lab1CoreImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab1";
    }

    @Override
    public Variant variant() {
        return Variant.CORE;
    }

    @Override
    public Object create() {
        return new Lab1Core();
    }
}
