package io.gradlab.course.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenTest {
    @Test
    void emptyLinesSetPartsApart() {
        assertThat(Written.parse("One\nline.\n\n\nAnother.\n"))
                .containsExactly(new Written.Paragraph("One\nline."), new Written.Paragraph("Another."));
    }

    @Test
    void itemsOfAListStayApart() {
        assertThat(Written.parse("- first\n  of all\n- second"))
                .containsExactly(new Written.Listing(List.of("first\n  of all", "second")));
        assertThat(Written.parse("1. first\n2. second"))
                .containsExactly(new Written.Listing(List.of("first", "second")));
        assertThat(Written.parse("-0.5 is no list.")).containsExactly(new Written.Paragraph("-0.5 is no list."));
    }

    @Test
    void codeKeepsItsLines() {
        assertThat(Written.parse("Run\n\n```bash\n./gradlab demo\n\n| no | table |\n```\n\nand look."))
                .containsExactly(
                        new Written.Paragraph("Run"),
                        new Written.Code("./gradlab demo\n\n| no | table |"),
                        new Written.Paragraph("and look."));
    }

    @Test
    void aTableNeedsItsLineOfDashes() {
        assertThat(Written.parse("| a | b |\n|---|:-:|\n| 1 | |"))
                .containsExactly(new Written.Grid(List.of("a", "b"), List.of(List.of("1", ""))));
        assertThat(Written.parse("| a | b |\n| 1 | 2 |"))
                .containsExactly(new Written.Paragraph("| a | b |\n| 1 | 2 |"));
        assertThat(Written.parse("| a |\n|---|\n| 1 | 2 |"))
                .containsExactly(new Written.Paragraph("| a |\n|---|\n| 1 | 2 |"));
    }

    @Test
    void aPictureStandsAlone() {
        assertThat(Written.parse("![A long\nline](a.png)")).containsExactly(new Written.Image("A long line", "a.png"));
        assertThat(Written.parse("See ![it](a.png)")).containsExactly(new Written.Paragraph("See ![it](a.png)"));
    }
}
