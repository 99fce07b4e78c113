package org.fengong.benchmarks.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param chosen whether the instances are our choice, so that no solver is run on what is too large for it
 */
record Request(long seed, List<Solver> solvers, List<String> instances, boolean chosen) {
    /** @throws IllegalArgumentException telling which word is wrong, and what would be right */
    static Request parse(List<String> words) {
        long seed = 1;
        boolean full = false;
        List<Solver> solvers = Solvers.all();
        Set<String> named = new LinkedHashSet<>();
        for (var rest = new ArrayList<>(words).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.equals("--full")) {
                full = true;
            } else if (word.equals("--seed")) {
                seed = seed(rest.hasNext() ? rest.next() : "");
            } else if (word.startsWith("--seed=")) {
                seed = seed(word.substring("--seed=".length()));
            } else if (word.equals("--engines")) {
                solvers = Solvers.named(rest.hasNext() ? rest.next() : "");
            } else if (word.startsWith("--engines=")) {
                solvers = Solvers.named(word.substring("--engines=".length()));
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
        boolean chosen = !full && named.isEmpty();
        List<String> instances = chosen ? Cases.choice(solvers) : full ? Cases.full() : List.copyOf(named);
        return new Request(seed, solvers, instances, chosen);
    }

    private static long seed(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed needs a whole number.", e);
        }
    }

    boolean wants(Solver solver, Instance instance) {
        return !chosen || instance.tasks().size() <= solver.mostTasks();
    }

    /** Wall-clock time of all runs, without the warm-up. */
    Duration atMost(Duration ceiling) {
        return instances.stream()
                .map(Instances::named)
                .flatMap(instance -> solvers.stream().filter(solver -> wants(solver, instance)))
                .map(solver -> solver.atMost(ceiling))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
