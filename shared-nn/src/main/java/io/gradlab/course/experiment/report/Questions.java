package io.gradlab.course.experiment.report;

import io.gradlab.course.experiment.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The questions that a lab's report answers: a resource of the lab's jar, one question a line. */
final class Questions {
    private Questions() {}

    /** Returns the lab that an experiment belongs to; empty if the experiment is not there. */
    static Optional<String> lab(String experiment) {
        return ServiceLoader.load(Experiment.class, Questions.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(known -> known.name().equals(experiment))
                .map(Experiment::lab)
                .findFirst();
    }

    /** Returns a lab's questions, none if it has no such resource. */
    static List<String> of(String lab) {
        String name = "META-INF/gradlab/questions/" + lab + ".txt";
        try (InputStream stream = Questions.class.getClassLoader().getResourceAsStream(name)) {
            return stream == null
                    ? List.of()
                    : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
