package io.gradlab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FenceTest {

    @Test
    void aBlockKnowsItsPlaceMarkAndLines() {
        List<Fence> fences = new Document(
                        "a.md",
                        List.of("Text", "```bash slow", "./gradlab demo", "```", "  ```yaml", "  x: 1", "  ```"))
                .fences();

        assertThat(fences).extracting(Fence::place).containsExactly("a.md:2", "a.md:5");
        assertThat(fences).extracting(Fence::info).containsExactly("bash slow", "yaml");
        assertThat(fences.getFirst().lines()).containsExactly("./gradlab demo");
    }

    @Test
    void threeMarksAreGood() {
        assertThat(fence("bash", "ls").isWellMarked()).isTrue();
        assertThat(fence("bash slow", "ls").isWellMarked()).isTrue();
        assertThat(fence("bash manual needs a printer", "ls").reason()).isEqualTo("needs a printer");
        for (String bad : List.of("", "sh", "bash manual", "bash manual ", "bash quick", "bash slow really")) {
            assertThat(fence(bad, "ls").isWellMarked()).as(bad).isFalse();
        }
    }

    @Test
    void commandsAreSeen() {
        assertThat(fence("", "./gradlab check lab1").hasCommand()).isTrue();
        assertThat(fence("", "mvn verify").hasCommand()).isTrue();
        assertThat(fence("", "JAVA_HOME=/a mvn verify").hasCommand()).isTrue();
        assertThat(fence("yaml", "  - run: ./gradlab grade").hasCommand()).isFalse();
    }

    private static Fence fence(String info, String line) {
        return new Fence(new Document("a.md", List.of()), 1, info, List.of(line));
    }
}
