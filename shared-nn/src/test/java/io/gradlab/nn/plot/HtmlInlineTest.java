package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlInlineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use `a*b*c` here | use <code>a*b*c</code> here",
                "**two** and *one* | <strong>two</strong> and <em>one</em>",
                "see [B](../b/report.md#x) | see <a href=\"../b/report.md#x\">B</a>",
                "see [it](https://example.org/a?b) | see <a href=\"https://example.org/a?b\">it</a>",
                "2 * 3 * 4 and w*x*y | 2 * 3 * 4 and w*x*y",
                "a ` alone | a ` alone",
                "`a` and ` alone | <code>a</code> and ` alone",
                "a < b & c | a &lt; b &amp; c"
            })
    void marksBecomeMarkup(String markdown, String html) {
        assertThat(HtmlInline.of(markdown)).isEqualTo(html);
    }

    @Test
    void nothingElseBecomesMarkup() {
        assertThat(HtmlInline.of("[x](javascript:alert(1)) <b> `<i>` [\"](a\"onclick=b) **<u>**"))
                .doesNotContain("<b>", "<i>", "<u>", "href", "\"");
    }
}
