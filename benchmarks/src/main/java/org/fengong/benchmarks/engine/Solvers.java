package org.fengong.benchmarks.engine;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engine, the greedy, and the yardsticks that are on the class path. */
final class Solvers {
    private Solvers() {}

    static List<Solver> all() {
        return Stream.concat(
                        Stream.of(new FengongEngine(0), new PriorityGreedy()),
                        ServiceLoader.load(Yardstick.class).stream().map(ServiceLoader.Provider::get))
                .toList();
    }

    /**
     * @param names with commas between
     * @throws IllegalArgumentException when there is no such solver
     */
    static List<Solver> named(String names) {
        List<Solver> all = all();
        List<String> wanted = Arrays.asList(names.split(",", -1));
        for (String name : wanted) {
            if (all.stream().noneMatch(solver -> solver.name().equals(name))) {
                throw new IllegalArgumentException("There is no engine \"" + name + "\". There are "
                        + all.stream().map(Solver::name).collect(Collectors.joining(", ")) + ".");
            }
        }
        return all.stream().filter(solver -> wanted.contains(solver.name())).toList();
    }
}
