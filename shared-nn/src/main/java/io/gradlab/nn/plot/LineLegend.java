package io.gradlab.nn.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The names of a chart's lines, below it in as many rows as they need. */
final class LineLegend {
    private static final int SAMPLE = 38; // length of the line before the name
    private static final int SPACE = 8; // between line and name
    private static final int GAP = 26; // between entries
    private static final int NAME_AT_MOST = 340;
    private static final int ROOM = Theme.WIDTH - 2 * Theme.MARGIN;

    private record Entry(Series line, String name, int width) {}

    private final List<List<Entry>> rows = new ArrayList<>();
    private final Predicate<Series> marked;

    /** Lays the legend of a chart out that draws markers on all of its lines. */
    LineLegend(List<Series> series) {
        this(series, line -> true);
    }

    /** Lays a legend out; {@code marked} says which lines have markers. */
    LineLegend(List<Series> series, Predicate<Series> marked) {
        this.marked = marked;
        Canvas ruler = new Canvas(1, 1);
        int used = ROOM; // the first entry starts the first row
        for (Series line : series) {
            if (line.legend().isEmpty() || line.drawn().isEmpty()) {
                continue;
            }
            String name = ruler.shorten(line.legend(), Theme.TEXT, NAME_AT_MOST);
            Entry entry = new Entry(line, name, SAMPLE + SPACE + ruler.width(name, Theme.TEXT));
            if (used + GAP + entry.width() > ROOM) {
                rows.add(new ArrayList<>());
                used = -GAP;
            }
            rows.getLast().add(entry);
            used += GAP + entry.width();
        }
    }

    int rows() {
        return rows.size();
    }

    void draw(Canvas canvas, int top, int rowHeight) {
        int y = top + rowHeight / 2;
        for (List<Entry> row : rows) {
            int width = row.stream().mapToInt(Entry::width).sum() + GAP * (row.size() - 1);
            int x = (Theme.WIDTH - width) / 2;
            for (Entry entry : row) {
                drawEntry(canvas, entry, x, y);
                x += entry.width() + GAP;
            }
            y += rowHeight;
        }
    }

    private void drawEntry(Canvas canvas, Entry entry, int x, int y) {
        Graphics2D graphics = (Graphics2D) canvas.graphics().create();
        Color colour = Theme.colour(entry.line().colour());
        graphics.setColor(colour);
        graphics.setStroke(Theme.line(entry.line().dashed()));
        graphics.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        if (marked.test(entry.line())) {
            Theme.marker(entry.line().colour()).paint(graphics, x + SAMPLE / 2.0, y, 9);
        }
        graphics.dispose();
        canvas.text(entry.name(), x + SAMPLE + SPACE, y + 5, Theme.TEXT, Theme.INK);
    }
}
