package org.fengong.localstack.demo;

import java.util.Locale;
import org.fengong.localstack.Console;

/** Tells the story: periods, their steps, and what happens in them. */
final class Narrator {
    private final Console console;
    private final boolean strict;
    private int step;

    /** @param strict whether the story ends with an error where an answer lacks what it is about */
    Narrator(Console console, boolean strict) {
        this.console = console;
        this.strict = strict;
    }

    Console console() {
        return console;
    }

    void title(String title, String remark) {
        console.line(console.bold(title) + "   " + console.dim(remark));
    }

    void period(String name, String about) {
        console.blank();
        console.blank();
        title(name.toUpperCase(Locale.ROOT), about);
    }

    void step(String title) {
        console.blank();
        console.line(console.bold("%2d  %s".formatted(++step, title)));
        console.blank();
    }

    void say(String text, Object... values) {
        console.line("    " + (values.length == 0 ? text : text.formatted(values)));
    }

    void aside(String text, Object... values) {
        console.line("    " + console.dim(values.length == 0 ? text : text.formatted(values)));
    }

    void good(String text, Object... values) {
        console.line("    " + console.good(text.formatted(values)));
    }

    void blank() {
        console.blank();
    }

    void table(Table table) {
        table.lines(console::dim).forEach(line -> console.line("  " + line));
    }

    /**
     * What the story needs is not there: its end in the sample, else a remark.
     *
     * @throws StoryException when strict
     */
    void missing(String what) {
        if (strict) {
            throw new StoryException(what);
        }
        console.line("    " + console.busy(what));
    }
}
