package io.gradlab.grader.check;

import java.util.Comparator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Orders a task's checks by their rank. */
final class RankOrder implements MethodOrderer {

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(
                        method -> method.findAnnotation(Check.class).map(Check::rank).orElse(0)));
    }
}
