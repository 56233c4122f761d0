package io.gradlab.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser measures of a page that it lays out.
 *
 * @param width of the content in CSS pixels: more than the window's means that the page scrolls sideways
 * @param contrast the smallest of all texts against what is behind them (WCAG 2.2, 1.4.3)
 * @param unreachable elements that scroll, but not by keyboard
 * @param nameless pictures without words
 * @param ground brightness of the page, 0 black to 1 white
 */
record PageAudit(int width, double contrast, int unreachable, int nameless, double ground, List<String> console) {
    private static final Pattern TITLE =
            Pattern.compile("<title>audit (\\d+) ([0-9.]+) (\\d+) (\\d+) ([0-9.e-]+)</title>");

    private static final String SCRIPT = """
            <script>
            addEventListener('load', () => {
              const inner = document.querySelector('iframe').contentDocument;
              const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
              const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
              const numbers = text => text.match(/[0-9.]+/g).map(Number);
              const behind = e => {
                for (; e; e = e.parentElement) {
                  const colour = numbers(getComputedStyle(e).backgroundColor);
                  if (colour.length === 3 || colour[3] > 0) return light(colour);
                }
                return 1;
              };
              let contrast = 21, unreachable = 0;
              for (const e of inner.body.querySelectorAll('*')) {
                if ([...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) {
                  const [a, b] = [light(numbers(getComputedStyle(e).color)), behind(e)].sort((x, y) => y - x);
                  contrast = Math.min(contrast, (a + 0.05) / (b + 0.05));
                }
                const scrolls = /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth;
                if (scrolls && (e.tabIndex < 0 || !e.getAttribute('aria-label'))) unreachable++;
              }
              const nameless = [...inner.images].filter(i => !i.alt.trim()).length;
              document.title = ['audit', inner.documentElement.scrollWidth, contrast.toFixed(2), unreachable, nameless,
                behind(inner.body).toFixed(3)].join(' ');
            });
            </script>""";

    /** Lays the page out in a frame of a window's width. */
    static PageAudit of(Browser browser, Path page, int width, Browser.Scheme scheme)
            throws IOException, InterruptedException {
        String content = Files.readString(page).replace("&", "&amp;").replace("\"", "&quot;");
        Path frame = page.resolveSibling("frame-" + page.getFileName());
        Files.writeString(
                frame,
                "<!DOCTYPE html><meta charset=utf-8><meta name=color-scheme content='light dark'>" + SCRIPT
                        + "<iframe style='border:0;height:800px;width:" + width + "px' srcdoc=\"" + content
                        + "\"></iframe>");
        Browser.Visit visit = browser.visit(frame, scheme);
        Matcher title = TITLE.matcher(visit.document());
        if (!title.find()) {
            throw new IllegalStateException("The audit's script did not run: " + visit.console());
        }
        return new PageAudit(
                Integer.parseInt(title.group(1)),
                Double.parseDouble(title.group(2)),
                Integer.parseInt(title.group(3)),
                Integer.parseInt(title.group(4)),
                Double.parseDouble(title.group(5)),
                visit.console());
    }
}
