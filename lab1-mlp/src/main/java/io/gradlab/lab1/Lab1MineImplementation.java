package io.gradlab.lab1;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** Lab 1 {@code --with mine}. */
public final class Lab1MineImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab1";
    }

    @Override
    public Variant variant() {
        return Variant.MINE;
    }

    @Override
    public Object create() {
        return new Lab1Mine();
    }
}
