package org.fengong.benchmarks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.fengong.benchmarks.engine.Instance.Member;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;

/** Reads the instances beside this class; each folder tells the format, the origin and the licence of its own. */
final class Instances {
    private static final int NEVER = Integer.MAX_VALUE / 4;

    private Instances() {}

    /** @throws IllegalArgumentException when there is no such instance */
    static Instance named(String name) {
        return Generator.knows(name) ? Generator.instance(name) : name.contains("-") ? domain(name) : gap(name);
    }

    static boolean knows(String name) {
        return published().contains(name) || domains().contains(name) || Generator.knows(name);
    }

    /** The generalised assignment instances. */
    static List<String> published() {
        return table("gap").map(row -> row[0]).toList();
    }

    static List<String> domains() {
        return List.of("S-42", "S-43", "M-42", "M-43", "L-42", "L-43", "XL-42", "XL-43");
    }

    /** Generalised assignment: agents are members with one week, every task must be placed. */
    static Instance gap(String name) {
        return gap(name, text("gap/" + name, false));
    }

    static Instance gap(String name, String text) {
        var numbers = new Numbers(name, text);
        int agents = numbers.next();
        int count = numbers.next();
        int[][] costs = numbers.matrix(agents, count);
        int[][] weights = numbers.matrix(agents, count);
        List<Member> members = new ArrayList<>();
        for (int a = 0; a < agents; a++) {
            members.add(new Member(new int[] {numbers.next()}, new int[] {NEVER, NEVER}));
        }
        List<Task> tasks = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            int task = t;
            List<Option> options = IntStream.range(0, agents)
                    .mapToObj(a -> new Option(a, weights[a][task], costs[a][task]))
                    .toList();
            tasks.add(new Task(0, 0, 0, Instance.NO_BACKLOG, -1, -1, false, new int[0], options));
        }
        numbers.end();
        long[] best = best("gap", name, 3);
        return new Instance(name, 1, members, tasks, best[0], best[1]);
    }

    /** A synthetic department's plan. */
    static Instance domain(String name) {
        return domain(name, text("domain/" + name + ".txt.gz", true));
    }

    static Instance domain(String name, String text) {
        var numbers = new Numbers(name, text);
        int count = numbers.next();
        int people = numbers.next();
        int weeks = numbers.next();
        List<Member> members = new ArrayList<>();
        for (int m = 0; m < people; m++) {
            int[] thresholds = numbers.row(2);
            members.add(new Member(numbers.row(weeks), thresholds));
        }
        List<Task> tasks = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            tasks.add(domainTask(numbers));
        }
        numbers.end();
        long[] best = best("domain", name, 1);
        return new Instance(name, weeks, members, tasks, best[0], best[1]);
    }

    private static Task domainTask(Numbers numbers) {
        int effort = numbers.next();
        int[] head = numbers.row(7);
        int[] predecessors = numbers.row(numbers.next());
        List<Option> options = new ArrayList<>();
        for (int left = numbers.next(); left > 0; left--) {
            int member = numbers.next();
            options.add(new Option(member, effort, numbers.next()));
        }
        return new Task(head[0], head[1], head[2], head[3], head[4], head[5], head[6] == 1, predecessors, options);
    }

    /** Bound and value from the table, or zeros where it has none. */
    private static long[] best(String folder, String name, int column) {
        return table(folder)
                .filter(row -> row[0].equals(name))
                .findFirst()
                .map(row -> new long[] {Long.parseLong(row[column]), Long.parseLong(row[column + 1])})
                .orElse(new long[2]);
    }

    private static Stream<String[]> table(String folder) {
        return text(folder + "/best-known.csv", false).lines().skip(1).map(line -> line.split(","));
    }

    private static String text(String path, boolean packed) {
        try (InputStream raw = Instances.class.getResourceAsStream(path)) {
            if (raw == null) {
                throw new IllegalArgumentException("There is no instance " + path + ".");
            }
            InputStream plain = packed ? new GZIPInputStream(raw) : raw;
            return new String(plain.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Numbers {
        private final String name;
        private final StringTokenizer tokens;
        private int read;

        Numbers(String name, String text) {
            this.name = name;
            tokens = new StringTokenizer(text);
        }

        int next() {
            read++;
            if (!tokens.hasMoreTokens()) {
                throw new IllegalArgumentException(name + " ends before its number " + read + ".");
            }
            String token = tokens.nextToken();
            try {
                return Integer.parseInt(token);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " has \"" + token + "\" for its number " + read + ".", e);
            }
        }

        int[] row(int length) {
            int[] row = new int[length];
            Arrays.setAll(row, i -> next());
            return row;
        }

        int[][] matrix(int rows, int columns) {
            int[][] matrix = new int[rows][];
            Arrays.setAll(matrix, i -> row(columns));
            return matrix;
        }

        void end() {
            if (tokens.hasMoreTokens()) {
                throw new IllegalArgumentException(name + " has " + tokens.countTokens() + " numbers too many.");
            }
        }
    }
}
