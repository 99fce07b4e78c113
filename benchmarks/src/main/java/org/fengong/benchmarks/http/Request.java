package org.fengong.benchmarks.http;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param calls that are measured
 * @param seconds of each measurement of create, get and list
 * @param connections at once, of either side
 * @param rounds how often both sides are measured, in turns
 * @param rows of the file that is imported
 */
record Request(Set<String> calls, int seconds, int connections, int rounds, int rows) {
    static final List<String> CALLS = List.of("create", "get", "list", "import");

    private static final Request USUAL = new Request(Set.copyOf(CALLS), 15, 8, 2, 20_000);

    /** @throws IllegalArgumentException telling which word is wrong, and what would be right */
    static Request parse(List<String> words) {
        Set<String> calls = new LinkedHashSet<>();
        int seconds = USUAL.seconds;
        int connections = USUAL.connections;
        int rounds = USUAL.rounds;
        int rows = USUAL.rows;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--seconds" -> seconds = number(word, rest, 600);
                case "--connections" -> connections = number(word, rest, 64);
                case "--rounds" -> rounds = number(word, rest, 20);
                case "--rows" -> rows = number(word, rest, 100_000);
                default -> calls.add(call(word));
            }
        }
        return new Request(calls.isEmpty() ? USUAL.calls : calls, seconds, connections, rounds, rows);
    }

    private static String call(String word) {
        if (!CALLS.contains(word)) {
            throw new IllegalArgumentException(
                    word.startsWith("-") ? "Unknown option " + word + "." : "Unknown call " + word + ".");
        }
        return word;
    }

    private static int number(String option, Iterator<String> rest, int most) {
        String word = rest.hasNext() ? rest.next() : "";
        if (!word.matches("[1-9]\\d{0,5}") || Integer.parseInt(word) > most) {
            throw new IllegalArgumentException("%s needs a whole number from 1 to %d.".formatted(option, most));
        }
        return Integer.parseInt(word);
    }
}
