package org.fengong.localstack;

import java.io.PrintStream;

/** Prints for people: colour only where the start script has found a terminal that wants it. */
public final class Console {
    private final PrintStream out;
    private final boolean colour;

    public Console(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    public void line(String text) {
        out.println(text);
    }

    public void blank() {
        out.println();
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String dim(String text) {
        return styled("2", text);
    }

    public String good(String text) {
        return styled("32", text);
    }

    public String bad(String text) {
        return styled("31", text);
    }

    public String busy(String text) {
        return styled("33", text);
    }

    private String styled(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
