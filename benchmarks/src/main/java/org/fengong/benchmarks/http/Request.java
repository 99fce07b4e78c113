package org.fengong.benchmarks.http;

import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param seconds of each measurement
 * @param connections at once, of either side
 * @param rounds how often both sides are measured, in turns
 */
record Request(int seconds, int connections, int rounds) {
    private static final Request USUAL = new Request(15, 8, 2);

    /** @throws IllegalArgumentException telling which word is wrong, and what would be right */
    static Request parse(List<String> words) {
        Request request = USUAL;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            request = switch (option) {
                case "--seconds" -> new Request(number(option, rest, 600), request.connections, request.rounds);
                case "--connections" -> new Request(request.seconds, number(option, rest, 64), request.rounds);
                case "--rounds" -> new Request(request.seconds, request.connections, number(option, rest, 20));
                default -> throw new IllegalArgumentException("Unknown option " + option + ".");
            };
        }
        return request;
    }

    private static int number(String option, Iterator<String> rest, int most) {
        String word = rest.hasNext() ? rest.next() : "";
        if (!word.matches("[1-9]\\d{0,3}") || Integer.parseInt(word) > most) {
            throw new IllegalArgumentException("%s needs a whole number from 1 to %d.".formatted(option, most));
        }
        return Integer.parseInt(word);
    }
}
