package io.gradlab.solutions.lab4;

import io.gradlab.course.Implementation;
import io.gradlab.course.Variant;

/** The sample lab {@code --with solutions}. */
public final class Lab4SolutionsImplementation implements Implementation {

    @Override
    public String lab() {
        return "lab4";
    }

    @Override
    public Variant variant() {
        return Variant.SOLUTIONS;
    }

    @Override
    public Object create() {
        return new Lab4Solutions();
    }
}
