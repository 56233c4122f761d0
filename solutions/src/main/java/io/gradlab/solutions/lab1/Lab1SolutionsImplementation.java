package io.gradlab.solutions.lab1;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** Lab 1 {@code --with solutions}. */
public final class Lab1SolutionsImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab1";
    }

    @Override
    public Variant variant() {
        return Variant.SOLUTIONS;
    }

    @Override
    public Object create() {
        return new Lab1Solutions();
    }
}
