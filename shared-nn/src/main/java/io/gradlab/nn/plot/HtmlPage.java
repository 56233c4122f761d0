package io.gradlab.nn.plot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Turns a report's blocks into the text of its page. */
final class HtmlPage {
    private final StringBuilder html = new StringBuilder();
    private final Path directory; // of the page, absolute
    private boolean inSection;

    private HtmlPage(Path directory) {
        this.directory = directory;
    }

    static String render(String title, String lead, List<HtmlBlock> blocks, List<String> provenance, Path directory)
            throws IOException {
        HtmlPage page = new HtmlPage(directory);
        page.html.append("""
                <!DOCTYPE html>
                <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
                <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                """);
        page.element("title", title);
        page.html.append("<style>\n").append(css()).append("</style>\n</head>\n<body>\n<main>\n<header>\n");
        page.element("h1", title);
        page.html.append("<p class=\"lead\">").append(prose(lead)).append("</p>\n</header>\n");
        blocks.forEach(page::append);
        page.endSection();
        page.html.append("</main>\n");
        if (!provenance.isEmpty()) {
            page.html.append("<footer>\n");
            provenance.forEach(line -> page.element("p", line));
            page.html.append("</footer>\n");
        }
        return page.html.append("</body>\n</html>\n").toString();
    }

    private void append(HtmlBlock block) {
        switch (block) {
            case HtmlBlock.Heading heading -> {
                endSection();
                html.append("<section>\n");
                inSection = true;
                element("h2", heading.text());
            }
            case HtmlBlock.Subheading heading -> element("h3", heading.text());
            case HtmlBlock.Paragraph paragraph -> element("p", paragraph.text());
            case HtmlBlock.Prose prose ->
                html.append("<p>").append(HtmlInline.of(prose.markdown())).append("</p>\n");
            case HtmlBlock.Preformatted text ->
                html.append("<pre tabindex=\"0\" role=\"region\" aria-label=\"Text as it was printed\">")
                        .append(escape(text.text()))
                        .append("</pre>\n");
            case HtmlBlock.Table table -> appendTable(table);
            case HtmlBlock.Figure figure -> appendFigure(figure);
        }
    }

    private void appendTable(HtmlBlock.Table table) {
        html.append("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table of ")
                .append(escape(String.join(", ", table.header())))
                .append("\">\n<table>\n<thead>\n");
        appendRow(table, table.header(), "th");
        html.append("</thead>\n<tbody>\n");
        table.rows().forEach(row -> appendRow(table, row, "td"));
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private void appendRow(HtmlBlock.Table table, List<String> cells, String tag) {
        html.append("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            html.append('<').append(tag);
            if (tag.equals("th")) {
                html.append(" scope=\"col\"");
            }
            if (table.isNumeric(column)) {
                html.append(" class=\"number\"");
            }
            html.append('>')
                    .append(escape(cells.get(column)))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        html.append("</tr>\n");
    }

    private void appendFigure(HtmlBlock.Figure figure) {
        html.append("<figure>\n");
        figure.png()
                .ifPresentOrElse(
                        png -> html.append(
                                        "<div class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\"Picture\"><img src=\"data:image/png;base64,")
                                .append(png)
                                .append("\" alt=\"")
                                .append(escape(figure.altText()))
                                .append("\" /></div>\n"),
                        () -> html.append("<p class=\"words\">")
                                .append(prose(figure.altText()))
                                .append("</p>\n"));
        html.append("<figcaption>").append(prose(figure.caption()));
        figure.csv()
                .ifPresent(csv ->
                        html.append(" <a href=\"").append(escape(link(csv))).append("\">Numbers as CSV</a>"));
        html.append("</figcaption>\n</figure>\n");
    }

    private void element(String tag, String text) {
        html.append('<').append(tag).append('>').append(prose(text));
        html.append("</").append(tag).append(">\n");
    }

    private void endSection() {
        html.append(inSection ? "</section>\n" : "");
        inSection = false;
    }

    /** Returns the way from the page to the file, each name percent-encoded. */
    private String link(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!absolute.getRoot().equals(directory.getRoot())) {
            return absolute.toUri().toString(); // on another drive
        }
        return StreamSupport.stream(directory.relativize(absolute).spliterator(), false)
                .map(name -> encode(name.toString()))
                .collect(Collectors.joining("/"));
    }

    private static String encode(String name) {
        try {
            return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Cannot link to a file named " + name, e);
        }
    }

    /** Returns the text for an element or a quoted attribute, without a terminal's colours and control characters. */
    static String escape(String text) {
        String plain = text.replaceAll("\u001B\\[[0-9;?]*[ -/]*[@-~]", "")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]", "")
                .replaceAll("[\\ud800-\\udfff]", "");
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Returns the escaped text with its percent signs tied to their numbers. */
    private static String prose(String text) {
        return escape(text).replaceAll("(?<=\\d) %", "\u00A0%");
    }

    private static String css() throws IOException {
        try (InputStream stream = HtmlPage.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new IOException("The page's design report.css is missing from the jar; build the project anew");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
