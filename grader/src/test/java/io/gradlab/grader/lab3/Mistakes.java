package io.gradlab.grader.lab3;

import java.util.List;
import java.util.stream.Stream;

/** All mistakes that lab 3's checks must recognise. */
final class Mistakes {

    private Mistakes() {}

    static Stream<Mistake> all() {
        return Stream.of(
                        PhotoMistakes.all(),
                        PreparationMistakes.all(),
                        VggMistakes.all(),
                        TransferMistakes.all(),
                        FeatureMistakes.all(),
                        CacheMistakes.all(),
                        ClassMistakes.all(),
                        RefereeMistakes.all(),
                        SaliencyMistakes.all(),
                        ClimbMistakes.all())
                .flatMap(List::stream);
    }
}
