package org.fengong.localstack.demo;

import org.fengong.localstack.Console;

/** A week of a member as a bar: a full bar is a full week. */
final class LoadBar {
    static final int WIDTH = 9;
    static final int NAME = 18;

    private static final int CELLS = 3;
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

    private LoadBar() {}

    static String of(int loadMinutes, int capacityMinutes, Console console) {
        if (capacityMinutes == 0) {
            var text = Table.pad(loadMinutes == 0 ? "away" : "away !", WIDTH);
            return loadMinutes == 0 ? console.dim(text) : console.bad(text);
        }
        var ratio = (double) loadMinutes / capacityMinutes;
        var eighths = (int) Math.round(Math.min(1, ratio) * CELLS * 8);
        var bar = Table.pad("█".repeat(eighths / 8) + EIGHTHS[eighths % 8], CELLS);
        var text = Table.pad("%s %d%s".formatted(bar, Math.round(ratio * 100), "%"), WIDTH);
        return loadMinutes > capacityMinutes
                ? console.bad(text)
                : ratio > 0.9 ? console.busy(text) : console.good(text);
    }
}
