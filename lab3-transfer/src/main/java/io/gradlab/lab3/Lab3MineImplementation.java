package io.gradlab.lab3;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** Lab 3 {@code --with mine}. */
public final class Lab3MineImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab3";
    }

    @Override
    public Variant variant() {
        return Variant.MINE;
    }

    @Override
    public Object create() {
        return new Lab3Mine();
    }
}
