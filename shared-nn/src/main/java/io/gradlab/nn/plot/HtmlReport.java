package io.gradlab.nn.plot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Builds one self-contained page: no script, nothing from elsewhere, pictures inside. All text is escaped. The page is
 * also well-formed XML.
 *
 * <pre>{@code
 * new HtmlReport("Lab 1", "An MLP on Fashion-MNIST.")
 *         .section("Training")
 *         .figure(chart, chart.save(out.resolve("loss")), "The validation loss rises from epoch 12 on.")
 *         .provenance("gradlab 0.1.0, seed 42")
 *         .save(out.resolve("report.html"));
 * }</pre>
 */
public final class HtmlReport {
    private final String title;
    private final String lead;
    private final List<HtmlBlock> blocks = new ArrayList<>();
    private final List<String> provenance = new ArrayList<>();

    /** Starts a page with its title and the paragraph that says what it found. */
    public HtmlReport(String title, String lead) {
        this.title = title;
        this.lead = lead;
    }

    /** Starts a section; what follows belongs to it. */
    public HtmlReport section(String heading) {
        blocks.add(new HtmlBlock.Heading(heading));
        return this;
    }

    /** Starts a part of the section. */
    public HtmlReport subsection(String heading) {
        blocks.add(new HtmlBlock.Subheading(heading));
        return this;
    }

    /** Adds a paragraph. */
    public HtmlReport paragraph(String text) {
        blocks.add(new HtmlBlock.Paragraph(text));
        return this;
    }

    /** Adds a paragraph whose code, stressed words and links are marked as in Markdown. */
    public HtmlReport prose(String markdown) {
        blocks.add(new HtmlBlock.Prose(markdown));
        return this;
    }

    /**
     * Adds a table; columns of numbers are aligned to the right.
     *
     * @throws IllegalArgumentException if a row has not as many cells as the header
     */
    public HtmlReport table(List<String> header, List<List<String>> rows) {
        blocks.add(new HtmlBlock.Table(header, rows));
        return this;
    }

    /**
     * Adds a picture with its caption and a link to its CSV; where the picture was skipped, its words stand instead.
     *
     * @throws IOException if the PNG cannot be read
     */
    public HtmlReport figure(Picture picture, SavedPicture saved, String caption) throws IOException {
        return figure(saved.png(), Optional.of(saved.csv()), picture.altText(), caption);
    }

    /**
     * Adds a picture that is there already.
     *
     * @param png its file; empty if there are only its words
     * @param csv the file of its numbers, if there is one
     * @param altText what it shows, in words
     * @throws IOException if the PNG cannot be read
     */
    public HtmlReport figure(Optional<Path> png, Optional<Path> csv, String altText, String caption)
            throws IOException {
        Optional<String> content = Optional.empty();
        if (png.isPresent()) {
            content = Optional.of(Base64.getEncoder().encodeToString(Files.readAllBytes(png.get())));
        }
        blocks.add(new HtmlBlock.Figure(content, altText, caption, csv));
        return this;
    }

    /** Adds text as it stands, for example a terminal's output; its colours are dropped. */
    public HtmlReport preformatted(String text) {
        blocks.add(new HtmlBlock.Preformatted(text));
        return this;
    }

    /** Adds a line to the foot of the page: what made it, from what. */
    public HtmlReport provenance(String line) {
        provenance.add(line);
        return this;
    }

    /**
     * Writes the page; links to CSV files are relative to it.
     *
     * @throws IOException if the file cannot be written
     */
    public void save(Path file) throws IOException {
        Path directory = file.toAbsolutePath().normalize().getParent();
        Pictures.write(
                file,
                HtmlPage.render(title, lead, blocks, provenance, directory).getBytes(StandardCharsets.UTF_8));
    }
}
