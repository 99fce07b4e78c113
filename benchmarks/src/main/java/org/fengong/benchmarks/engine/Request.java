package org.fengong.benchmarks.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the command line asks for. */
record Request(long seed, List<String> instances) {
    /** @throws IllegalArgumentException telling which word is wrong, and what would be right */
    static Request parse(List<String> words) {
        long seed = 1;
        boolean full = false;
        Set<String> named = new LinkedHashSet<>();
        for (var rest = new ArrayList<>(words).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.equals("--full")) {
                full = true;
            } else if (word.equals("--seed")) {
                seed = seed(rest.hasNext() ? rest.next() : "");
            } else if (word.startsWith("--seed=")) {
                seed = seed(word.substring("--seed=".length()));
            } else if (word.startsWith("-")) {
                throw new IllegalArgumentException("Unknown option " + word + ".");
            } else if (!Instances.knows(word)) {
                throw new IllegalArgumentException(
                        "There is no instance " + word + ". There are " + String.join(", ", Cases.full()) + ".");
            } else {
                named.add(word);
            }
        }
        if (full && !named.isEmpty()) {
            throw new IllegalArgumentException("--full takes all instances: name none beside it.");
        }
        List<String> instances = full ? Cases.full() : named.isEmpty() ? Cases.DEFAULT : List.copyOf(named);
        return new Request(seed, instances);
    }

    private static long seed(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed needs a whole number.", e);
        }
    }
}
