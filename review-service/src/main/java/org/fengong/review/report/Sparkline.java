package org.fengong.review.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A small line through some values, as the points of an SVG polyline; missing values leave no point.
 *
 * @param points {@code "x,y x,y"}
 * @param lastX where the last value lies
 */
record Sparkline(String points, String lastX, String lastY) {
    static final int WIDTH = 120;
    static final int HEIGHT = 28;
    private static final int MARGIN = 4;

    /** Null for fewer than two values. */
    static Sparkline of(List<Double> values) {
        var known = values.stream().filter(Objects::nonNull).toList();
        if (known.size() < 2) {
            return null;
        }
        var lowest = known.stream().min(Double::compare).orElseThrow();
        var range = known.stream().max(Double::compare).orElseThrow() - lowest;
        var step = (WIDTH - 2.0 * MARGIN) / (values.size() - 1);
        var points = new ArrayList<String>();
        String x = null;
        String y = null;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                var height = range == 0 ? 0.5 : (values.get(i) - lowest) / range;
                x = coordinate(MARGIN + i * step);
                y = coordinate(HEIGHT - MARGIN - height * (HEIGHT - 2.0 * MARGIN));
                points.add(x + "," + y);
            }
        }
        return new Sparkline(String.join(" ", points), x, y);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
