package io.gradlab.grader.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudentCompilerTest {
    private static final String HEAD = "package io.gradlab.lab1.student;\n";

    private static final StudentCompiler COMPILER = StudentCompiler.of("lab1");
    private final Map<String, String> sources = Sources.skeleton();

    private CompiledSubmission compile() {
        return COMPILER.compile(sources);
    }

    private void edit(String file, String part, String by) {
        sources.put(file, Sources.edit(sources.get(file), part, by));
    }

    @Test
    void compilesTheSkeletonWithoutAProblem() {
        CompiledSubmission compiled = compile();

        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.broken()).isEmpty();
        assertThat(compiled.classes())
                .containsKeys(
                        "io.gradlab.lab1.student.Dense", "io.gradlab.lab1.Lab1Mine", "io.gradlab.lab1.Lab1Mine$1");
    }

    @Test
    void putsTheSkeletonInThePlaceOfOneBrokenFileOnly() {
        edit("Tanh.java", "throw new NotImplemented(\"1.2\");", "retrun output;");
        edit("Relu.java", "throw new NotImplemented(\"1.3\");", "return unknown;");

        CompiledSubmission compiled = compile();

        assertThat(compiled.broken()).containsOnlyKeys("1.2", "1.3");
        assertThat(compiled.broken().get("1.2"))
                .startsWith("Tanh.java does not compile: line 26: ")
                .contains("retrun");
        assertThat(compiled.broken().get("1.3"))
                .contains("cannot find symbol (symbol: variable unknown, location: class Relu): return unknown;");
        assertThat(compiled.classes()).containsKey("io.gradlab.lab1.student.Tanh");
    }

    @Test
    void takesMoreClassesOfTheStudents() {
        sources.put("util/Loops.java", "package io.gradlab.lab1.student.util;\npublic class Loops {}\n");
        edit(
                "Dense.java",
                "import java.util.List;",
                "import io.gradlab.lab1.student.util.Loops;\nimport java.util.List;");

        CompiledSubmission compiled = compile();

        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.classes()).containsKey("io.gradlab.lab1.student.util.Loops");
    }

    @Test
    void namesTheFirstFaultWhenOthersFollowFromIt() {
        sources.put("Loops.java", HEAD + "class Loops { static int twice(int x) { return 2 x; } }\n");
        edit("Tanh.java", "throw new NotImplemented(\"1.2\");", "Loops.twice(1); return input;");
        edit(
                "Tanh.java",
                "return input;\n    }\n\n    /**\n     * Computes {@code dL",
                "return null;\n    }\n\n    /**\n     * Computes {@code dL");

        CompiledSubmission compiled = compile();

        assertThat(compiled.problems().getFirst().file()).isEqualTo("Loops.java");
        assertThat(compiled.broken().get("1.2")).contains("Loops.java: mend that first");
    }

    @Test
    void blamesTheChangedSignatureAndNotTheFileThatUsesIt() {
        edit(
                "Dense.java",
                "public Dense(Tensor weight, Tensor bias)",
                "public Dense(Tensor weight, Tensor bias, int more)");
        edit(
                "Mlp.java",
                "throw new NotImplemented(\"1.11\");\n    }\n}",
                "new Dense(inputs, inputs); return 0;\n    }\n}");

        CompiledSubmission compiled = compile();

        assertThat(compiled.broken())
                .containsOnlyKeys("1.8")
                .containsEntry("1.8", "Dense.java must have: public Dense(Tensor weight, Tensor bias)");
    }

    @Test
    void saysWhatAChangedClassMustHaveWhereNobodyElseUsesIt() {
        edit("Softmax.java", "public Tensor apply(Tensor logits)", "public float[] apply(Tensor logits)");
        edit("Sigmoid.java", "public final class Sigmoid implements Layer", "final class Sigmoid");
        sources.put("Sigmoid.java", sources.get("Sigmoid.java").replace("@Override", ""));

        CompiledSubmission compiled = compile();

        assertThat(compiled.broken()).isEmpty();
        assertThat(compiled.signatures())
                .containsEntry("io.gradlab.lab1.student.Softmax", "must have: public Tensor apply(Tensor logits)")
                .hasEntrySatisfying(
                        "io.gradlab.lab1.student.Sigmoid",
                        text -> assertThat(text).contains("public class Sigmoid implements Layer"));
    }

    @Test
    void refusesClassesOfAnotherPackageAndFilesWithoutTheirClass() {
        edit("Tanh.java", "package io.gradlab.lab1.student;", "package io.gradlab.nn.tensor;");
        edit("Relu.java", "public final class Relu", "final class Rectifier");

        assertThat(compile().broken())
                .containsEntry("1.2", "Tanh.java must begin with `package io.gradlab.lab1.student;`")
                .hasEntrySatisfying(
                        "1.3", why -> assertThat(why).startsWith("Relu.java does not declare the class Relu"));
    }

    @Test
    void blamesTheHelperThatDeclaresAClassAgain() {
        sources.put("AHelper.java", HEAD + "class AHelper {}\nclass Dense {}\n");

        CompiledSubmission compiled = compile();

        assertThat(compiled.broken()).isEmpty();
        assertThat(compiled.problems()).extracting(Problem::file).containsExactly("AHelper.java");
    }

    @Test
    void leavesModuleInfoOutAndTakesPackageInfo() {
        sources.put("module-info.java", "module mine {}\n");
        sources.put("package-info.java", "/** Mine. */\n" + HEAD);

        CompiledSubmission compiled = compile();

        assertThat(compiled.problems()).extracting(Problem::file).containsExactly("module-info.java");
        assertThat(compiled.broken()).isEmpty();
    }

    @Test
    void hidesTheGraderAndTheEnginesContractFromStudents() {
        edit(
                "Tanh.java",
                "import io.gradlab.nn.layer.Pass;",
                "import io.gradlab.grader.check.Bench;\nimport io.gradlab.nn.layer.Pass;");
        edit(
                "Relu.java",
                "import io.gradlab.nn.layer.Pass;",
                "import io.gradlab.course.core.Lab1Core;\nimport io.gradlab.nn.layer.Pass;");

        assertThat(compile().broken())
                .hasEntrySatisfying("1.2", why -> assertThat(why).contains("io.gradlab.grader.check"))
                .hasEntrySatisfying("1.3", why -> assertThat(why).contains("io.gradlab.course.core"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.junit.jupiter.api.Assertions",
                "org.assertj.core.api.Assertions",
                "org.opentest4j.TestAbortedException"
            })
    void hidesTestLibrariesFromStudents(String type) {
        edit("Tanh.java", "import io.gradlab.nn.layer.Pass;", "import " + type + ";\nimport io.gradlab.nn.layer.Pass;");

        assertThat(compile().broken()).containsOnlyKeys("1.2");
    }

    @Test
    void refusesItsOwnCopyOfATestLibrary() {
        sources.put("Assertions.java", "package org.junit.jupiter.api;\npublic class Assertions {}\n");

        CompiledSubmission compiled = compile();

        assertThat(compiled.classes()).doesNotContainKey("org.junit.jupiter.api.Assertions");
        assertThat(compiled.problems())
                .containsExactly(new Problem("Assertions.java", "must begin with `package io.gradlab.lab1.student;`"));
    }

    @Test
    void survivesWhatTheCompilerDoesNot() {
        String deep = "x" + "+x".repeat(100_000); // overflows the compiler's stack
        edit("Tanh.java", "throw new NotImplemented(\"1.2\");", "float x = 1; x = " + deep + "; return null;");

        assertThat(compile().broken())
                .containsExactly(entry("1.2", "Tanh.java does not compile beside the skeleton's files"));
    }

    @Test
    void saysWhichFilesAreMissing() {
        sources.remove("Sgd.java");

        assertThat(compile().problems())
                .containsExactly(new Problem("Sgd.java", "is missing, so the skeleton's stands in for it"));
    }

    @Test
    void refusesTooManyAndTooLargeFiles() {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < 201; i++) {
            many.put("A" + i + ".java", HEAD + "class A" + i + " {}");
        }
        sources.put("Tanh.java", sources.get("Tanh.java") + "// ".repeat(400_000));

        assertThat(COMPILER.compile(many).problems().getFirst().message()).startsWith("201 files are too many");
        assertThat(compile().broken().get("1.2")).startsWith("Tanh.java has more than 1,000,000 characters");
    }

    @Test
    void givesUpAfterItsLimit() {
        StringBuilder much = new StringBuilder(HEAD + "class Much {"); // takes longer than one look at the clock
        for (int i = 0; i < 10_000; i++) {
            much.append("static int f")
                    .append(i)
                    .append("(int x) { return x + ")
                    .append(i)
                    .append("; }");
        }
        sources.put("Much.java", much + "}");
        CompiledSubmission compiled =
                StudentCompiler.within("lab1", Duration.ofNanos(1)).compile(sources);

        assertThat(compiled.broken()).containsKeys("1.1", "1.11");
        assertThat(compiled.problems().getFirst().message()).startsWith("the compiler did not end within 0.0");
    }

    @Test
    void namesTheLabsThatThereAre() {
        assertThatThrownBy(() -> StudentCompiler.of("lab9"))
                .hasMessage("unknown lab 'lab9'; there are: lab1, lab2, lab3");
    }
}
