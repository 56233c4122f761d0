package io.gradlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsStandUnderEachOtherAndLinesEndWithoutBlanks() {
        TextTable table = new TextTable(List.of("name", "x"), List.of(List.of("a", "1,5"), List.of("longer", "")));

        assertThat(table.toText()).isEqualTo("name     x\na        1,5\nlonger\n");
        assertThat(table.toMarkdown()).isEqualTo("| name | x |\n|---|---|\n| a | 1,5 |\n| longer |  |\n");
        assertThat(table.toCsv()).isEqualTo("name,x\na,\"1,5\"\nlonger,\n");
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new TextTable(List.of("a", "b"), List.of(List.of("1"))))
                .hasMessageContaining("[a, b]")
                .hasMessageContaining("[1]");
    }
}
