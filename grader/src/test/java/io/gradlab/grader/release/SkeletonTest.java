package io.gradlab.grader.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {

    @Test
    void replacesEachRegionAndTidiesTheImports() {
        String solution = """
                package io.gradlab.solutions.lab1;

                import io.gradlab.nn.layer.Layer;
                import io.gradlab.nn.tensor.Tensor;
                import java.util.ArrayList;
                import java.util.List;

                /** Twice, see {@link io.gradlab.solutions.lab1.Once}; a {@link List} is named here. */
                final class Twice {
                    Tensor apply(Layer layer) {
                        // BEGIN SOLUTION 1.8
                        List<String> names = new ArrayList<>();
                        return null;
                        // END SOLUTION
                    }

                    class Inner {
                        void run() {
                            // BEGIN SOLUTION 1.11
                            // END SOLUTION
                        }
                    }
                }
                """;

        assertThat(Skeleton.of("Twice.java", solution, 1)).isEqualTo("""
                package io.gradlab.lab1.student;

                import io.gradlab.course.NotImplemented;
                import io.gradlab.nn.layer.Layer;
                import io.gradlab.nn.tensor.Tensor;
                import java.util.List;

                /** Twice, see {@link io.gradlab.lab1.student.Once}; a {@link List} is named here. */
                final class Twice {
                    Tensor apply(Layer layer) {
                        throw new NotImplemented("1.8");
                    }

                    class Inner {
                        void run() {
                            throw new NotImplemented("1.11");
                        }
                    }
                }
                """);
    }

    @Test
    void addsTheOnlyImportAfterThePackage() {
        String solution = """
                package io.gradlab.solutions.lab2;

                final class Plain {
                    int answer() {
                        // BEGIN SOLUTION 2.1
                        return 42;
                        // END SOLUTION
                    }
                }
                """;

        assertThat(Skeleton.of("Plain.java", solution, 2))
                .startsWith(
                        "package io.gradlab.lab2.student;\n\nimport io.gradlab.course.NotImplemented;\n\nfinal class");
    }

    @Test
    void leavesASourceWithoutRegionsAsItIsButForThePackage() {
        String given = "package io.gradlab.solutions.lab1;\n\nimport java.util.*;\n\nrecord Given(int x) {}\n";

        assertThat(Skeleton.of("Given.java", given, 1))
                .isEqualTo("package io.gradlab.lab1.student;\n\nimport java.util.*;\n\nrecord Given(int x) {}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "// BEGIN SOLUTION 1.8;x;y | A.java:1: BEGIN SOLUTION without END",
                "x;// END SOLUTION | A.java:2: END SOLUTION without BEGIN",
                "// BEGIN SOLUTION 1.8;// BEGIN SOLUTION 1.9;// END SOLUTION | A.java:2: BEGIN SOLUTION within the region that begins at line 1",
                "// BEGIN SOLUTION eight;// END SOLUTION | A.java:1: write `// BEGIN SOLUTION 1.N` alone on its line, N the task's number",
                "// BEGIN SOLUTION 2.8;// END SOLUTION | A.java:1: write `// BEGIN SOLUTION 1.N` alone on its line, N the task's number",
                "//BEGIN SOLUTION 1.8;// END SOLUTION | A.java:1: write `// BEGIN SOLUTION 1.N` alone on its line, N the task's number",
                "// BEGIN SOLUTION 1.8;x; // END SOLUTION here | A.java:3: write `// END SOLUTION` alone on its line",
            })
    void namesFileAndLineOfAMarkerOutOfOrder(String lines, String message) {
        assertThatThrownBy(() -> Skeleton.of("A.java", lines.replace(';', '\n'), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
