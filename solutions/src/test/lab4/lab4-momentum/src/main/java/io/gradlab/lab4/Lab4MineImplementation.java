package io.gradlab.lab4;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** The sample lab {@code --with mine}. */
public final class Lab4MineImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab4";
    }

    @Override
    public Variant variant() {
        return Variant.MINE;
    }

    @Override
    public Object create() {
        return new Lab4Mine();
    }
}
