package io.gradlab.nn.plot;

import java.util.List;

/** Names with squares of their colours, side by side in the middle of one row. */
final class SwatchLegend {
    private static final int SQUARE = 14;
    private static final int SPACE = 6;
    private static final int GAP = 20;

    private SwatchLegend() {}

    /** Draws the names around {@code y}; name {@code i} has the theme's colour {@code i}. */
    static void draw(Canvas canvas, List<String> names, int y) {
        int room = (Theme.WIDTH - 2 * Theme.MARGIN) / names.size() - GAP - SQUARE - SPACE;
        List<String> shown = names.stream()
                .map(name -> canvas.shorten(name, Theme.TEXT, Math.max(room, 24)))
                .toList();
        int width = shown.stream()
                        .mapToInt(name -> SQUARE + SPACE + canvas.width(name, Theme.TEXT))
                        .sum()
                + GAP * (shown.size() - 1);
        int x = (Theme.WIDTH - width) / 2;
        for (int i = 0; i < shown.size(); i++) {
            canvas.graphics().setColor(Theme.colour(i));
            canvas.graphics().fillRect(x, y - SQUARE / 2, SQUARE, SQUARE);
            canvas.text(shown.get(i), x + SQUARE + SPACE, y + 5, Theme.TEXT, Theme.INK);
            x += SQUARE + SPACE + canvas.width(shown.get(i), Theme.TEXT) + GAP;
        }
    }
}
