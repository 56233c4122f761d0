package io.gradlab.solutions.lab2;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** Lab 2 {@code --with solutions}. */
public final class Lab2SolutionsImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab2";
    }

    @Override
    public Variant variant() {
        return Variant.SOLUTIONS;
    }

    @Override
    public Object create() {
        return new Lab2Solutions();
    }
}
