package io.gradlab.grader.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts of packages, from the grader's resources. */
final class Template {
    private static final String ROOT = "/META-INF/gradlab/package/";

    private Template() {}

    /** Returns a text for a lab, whose name stands in it as {@code @LAB@}. */
    static String of(String name, String lab) {
        try (InputStream in = Template.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("The grader's jar lacks " + ROOT + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@LAB@", lab);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
