package io.gradlab.solutions.lab3;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** Lab 3 {@code --with solutions}. */
public final class Lab3SolutionsImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab3";
    }

    @Override
    public Variant variant() {
        return Variant.SOLUTIONS;
    }

    @Override
    public Object create() {
        return new Lab3Solutions();
    }
}
