package io.gradlab.lab3.visualize;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.plot.HtmlReport;
import io.gradlab.nn.plot.Picture;
import io.gradlab.nn.plot.Pictures;
import io.gradlab.nn.plot.SavedPicture;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Where a command's pictures go: each as PNG and CSV, and all of the command on one page, {@code NAME.html}. */
final class PictureFolder {
    private final Path folder;
    private final PrintWriter out;
    private final HtmlReport page;

    PictureFolder(Path folder, PrintWriter out, String title, String lead) {
        this.folder = folder;
        this.out = out;
        this.page = new HtmlReport(title, lead);
        if (!Pictures.available().available()) {
            out.println(Pictures.available().message());
        }
    }

    /** Writes a picture and tells where. */
    void add(String file, Picture picture, String caption) {
        try {
            SavedPicture saved = picture.save(folder.resolve(file));
            page.figure(picture, saved, caption);
            out.println(saved.png().orElse(saved.csv()));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /** Writes the page. */
    void finish(String name) {
        try {
            Path file = folder.resolve(name + ".html");
            page.save(file);
            out.println("All together: " + file);
            out.flush();
        } catch (IOException e) {
            throw problem(e);
        }
    }

    private UserError problem(IOException e) {
        return new UserError(
                "--out " + folder + " cannot be written (" + FileProblem.of(e) + "): name another folder", e);
    }
}
