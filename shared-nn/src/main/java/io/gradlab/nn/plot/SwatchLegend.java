package io.gradlab.nn.plot;

import java.util.ArrayList;
import java.util.List;

/** Names with squares of their colours, side by side in as many rows as they need; name {@code i} has colour {@code i}. */
final class SwatchLegend {
    private static final int SQUARE = 14;
    private static final int SPACE = 6;
    private static final int GAP = 20;
    private static final int ROW = 24;
    private static final int ROOM = Theme.WIDTH - 2 * Theme.MARGIN;

    private record Entry(String name, int colour, int width) {}

    private final List<List<Entry>> rows = new ArrayList<>();

    private final boolean markers;

    SwatchLegend(List<String> names) {
        this(names, false);
    }

    /** Lays the legend out; {@code markers} says whether the series' markers stand in place of squares. */
    SwatchLegend(List<String> names, boolean markers) {
        this.markers = markers;
        Canvas ruler = new Canvas(1, 1);
        int used = ROOM; // the first entry starts the first row
        for (int i = 0; i < names.size(); i++) {
            String name = ruler.shorten(names.get(i), Theme.TEXT, ROOM / 2);
            Entry entry = new Entry(name, i, SQUARE + SPACE + ruler.width(name, Theme.TEXT));
            if (used + GAP + entry.width() > ROOM) {
                rows.add(new ArrayList<>());
                used = -GAP;
            }
            rows.getLast().add(entry);
            used += GAP + entry.width();
        }
    }

    int height() {
        return rows.size() * ROW;
    }

    void draw(Canvas canvas, int top) {
        int y = top + ROW / 2;
        for (List<Entry> row : rows) {
            int width = row.stream().mapToInt(Entry::width).sum() + GAP * (row.size() - 1);
            int x = (Theme.WIDTH - width) / 2;
            for (Entry entry : row) {
                canvas.graphics().setColor(Theme.colour(entry.colour()));
                if (markers) {
                    Theme.marker(entry.colour()).paint(canvas.graphics(), x + SQUARE / 2.0, y, SQUARE - 4);
                } else {
                    canvas.graphics().fillRect(x, y - SQUARE / 2, SQUARE, SQUARE);
                }
                canvas.text(entry.name(), x + SQUARE + SPACE, y + 5, Theme.TEXT, Theme.INK);
                x += entry.width() + GAP;
            }
            y += ROW;
        }
    }
}
