package io.gradlab.nn.plot;

/**
 * Markdown's marks within a paragraph as a page shows them: {@code `code`}, {@code **strong**}, {@code *stressed*} and
 * {@code [words](link)}. Links lead to the web or to files beside the page; of others only the words are left.
 */
final class HtmlInline {
    private HtmlInline() {}

    /** Returns well-formed markup; whatever else the text holds is escaped. */
    static String of(String text) {
        StringBuilder html = new StringBuilder();
        String[] pieces = HtmlPage.escape(text).split("`", -1);
        for (int i = 0; i < pieces.length; i++) {
            boolean code = i % 2 == 1 && i < pieces.length - 1; // a last backtick without a twin is one
            if (code) {
                html.append("<code>").append(pieces[i]).append("</code>");
            } else {
                html.append(i % 2 == 1 ? "`" : "").append(marks(pieces[i]));
            }
        }
        return html.toString();
    }

    private static String marks(String escaped) {
        return escaped.replaceAll("\\[([^\\[\\]]+)]\\((https?://[^\\s()]+|[\\w./#-]+)\\)", "<a href=\"$2\">$1</a>")
                .replaceAll("\\[([^\\[\\]]+)]\\([^\\s()]*\\)", "$1")
                .replaceAll("\\*\\*(\\S|\\S[^*]*\\S)\\*\\*", "<strong>$1</strong>")
                .replaceAll("(?<![\\w*])\\*(\\S|\\S[^*]*\\S)\\*(?![\\w*])", "<em>$1</em>")
                .replaceAll("(?<=\\d) %", "\u00A0%");
    }
}
