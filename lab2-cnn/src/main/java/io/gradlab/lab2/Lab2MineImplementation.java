package io.gradlab.lab2;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** Lab 2 {@code --with mine}. */
public final class Lab2MineImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab2";
    }

    @Override
    public Variant variant() {
        return Variant.MINE;
    }

    @Override
    public Object create() {
        return new Lab2Mine();
    }
}
