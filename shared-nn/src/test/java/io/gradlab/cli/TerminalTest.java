package io.gradlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import me.tongfei.progressbar.ProgressBarStyle;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Map<String, String> USUAL = Map.of("TERM", "xterm-256color");

    @Test
    void aPersonsTerminalHasBarsInColour() {
        assertThat(of(true, USUAL).interactive()).isTrue();
        assertThat(of(true, USUAL).bars()).isEqualTo(ProgressBarStyle.COLORFUL_UNICODE_BLOCK);
    }

    @Test
    void filesContinuousIntegrationAndDumbTerminalsGetLinesOnly() {
        assertThat(of(false, USUAL).interactive()).isFalse();
        assertThat(of(true, Map.of("CI", "true")).interactive()).isFalse();
        assertThat(of(true, Map.of("TERM", "dumb")).interactive()).isFalse();
    }

    @Test
    void noColorTakesTheColoursOnly() {
        Terminal terminal = of(true, Map.of("NO_COLOR", "1"));
        assertThat(terminal.interactive()).isTrue();
        assertThat(terminal.bars()).isEqualTo(ProgressBarStyle.UNICODE_BLOCK);
        assertThat(of(true, Map.of("NO_COLOR", "")).colourful()).isTrue(); // empty counts as not set
    }

    @Test
    void everyCommandTakesPlain() {
        try {
            StringWriter out = new StringWriter();
            assertThat(Main.commandLine().setOut(new PrintWriter(out)).execute("experiments", "--plain"))
                    .isZero();
            assertThat(System.getProperty(Terminal.PLAIN_PROPERTY)).isEqualTo("true");
        } finally {
            System.clearProperty(Terminal.PLAIN_PROPERTY);
        }
    }

    private static Terminal of(boolean watched, Map<String, String> environment) {
        return Terminal.of(new PrintWriter(new StringWriter()), watched, environment);
    }
}
