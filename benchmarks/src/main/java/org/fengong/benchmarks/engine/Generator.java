package org.fengong.benchmarks.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fengong.benchmarks.engine.Instance.Member;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;

/**
 * Makes departments of the domain's shape: {@code M-u80-7} is of size M, its tasks fill 80 % of the capacity, and 7 is the
 * seed of all draws. Nobody has solved them, so nothing but the engine's own bound tells how good a plan is.
 */
final class Generator {
    private static final Pattern NAME = Pattern.compile("([SML])-u(65|80|95)-(\\d{1,9})");
    private static final int MEAN_EFFORT = 13;
    private static final int LEAST_EFFORT = 2;
    private static final int MOST_EFFORT = 24;
    private static final int MOST_OPTIONS = 30;
    private static final int FARTHEST_PREDECESSOR = 20;
    private static final int OTHER_MEMBER = 8;
    private static final int[] WEEKLY_HOURS = {40, 40, 40, 40, 32, 32, 24, 24, 20, 20};
    private static final int[] PRIORITIES = {1, 1, 2, 2, 3, 3, 4, 5};

    private final String name;
    private final Size size;
    private final double utilisation;
    private final Random draws;
    private final List<Member> members = new ArrayList<>();

    /** By member and field: 0 = cannot do it, up to 5 = an expert. */
    private final int[][] level;

    /** By member and field: how little they like it. */
    private final int[][] dislike;

    /** What is left beside the pinned tasks. */
    private final int[][] room;

    private enum Size {
        S(5, 4, 2),
        M(20, 6, 8),
        L(200, 6, 20);

        final int members;
        final int weeks;
        final int fields;

        Size(int members, int weeks, int fields) {
            this.members = members;
            this.weeks = weeks;
            this.fields = fields;
        }
    }

    private Generator(String name, Size size, int percent, long seed) {
        this.name = name;
        this.size = size;
        utilisation = percent / 100.0;
        // Every size and utilisation has draws of its own.
        draws = new Random(seed * 1000 + percent * 8L + size.ordinal());
        level = new int[size.members][size.fields];
        dislike = new int[size.members][size.fields];
        room = new int[size.members][];
    }

    static boolean knows(String name) {
        return NAME.matcher(name).matches();
    }

    /** One of each size and utilisation. */
    static List<String> names() {
        return Stream.of("S", "M", "L")
                .flatMap(size -> Stream.of("65", "80", "95").map(percent -> size + "-u" + percent + "-1"))
                .toList();
    }

    /** @throws IllegalArgumentException when the name is not of the form */
    static Instance instance(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("There is no instance " + name + ".");
        }
        Size size = Size.valueOf(parts.group(1));
        return new Generator(name, size, Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))).make();
    }

    private Instance make() {
        int capacity = 0;
        for (int m = 0; m < size.members; m++) {
            capacity += addMember(m);
        }
        int hours = (int) Math.round(utilisation * capacity);
        int[] efforts = efforts(hours);
        List<Task> tasks = new ArrayList<>();
        for (int effort : efforts) {
            tasks.add(task(effort, tasks));
        }
        return new Instance(name, size.weeks, members, tasks, 0, 0);
    }

    /** @return the member's hours in all weeks */
    private int addMember(int m) {
        int weekly = WEEKLY_HOURS[draws.nextInt(WEEKLY_HOURS.length)];
        int[] capacity = IntStream.range(0, size.weeks)
                .map(week -> draws.nextInt(12) > 0 ? weekly : draws.nextBoolean() ? weekly / 2 : 0)
                .toArray();
        int all = IntStream.of(capacity).sum();
        double fair = utilisation * all;
        members.add(new Member(capacity, new int[] {(int) Math.round(0.95 * fair), (int) Math.ceil(1.05 * fair)}));
        room[m] = capacity.clone();
        // Each field has its people, and each person a second one.
        level[m][m % size.fields] = 2 + draws.nextInt(4);
        level[m][draws.nextInt(size.fields)] = 1 + draws.nextInt(5);
        for (int f = 0; f < size.fields; f++) {
            dislike[m][f] = draws.nextInt(13);
        }
        return all;
    }

    /** As many as give the sum with the mean effort. */
    private int[] efforts(int sum) {
        int[] efforts = IntStream.range(0, Math.max(1, sum / MEAN_EFFORT))
                .map(t -> (int) Math.round(MEAN_EFFORT + 6 * draws.nextGaussian()))
                .map(effort -> Math.max(LEAST_EFFORT, Math.min(MOST_EFFORT, effort)))
                .toArray();
        for (int left = sum - IntStream.of(efforts).sum(); left != 0; ) {
            int t = draws.nextInt(efforts.length);
            int step = Integer.signum(left);
            if (efforts[t] + step >= LEAST_EFFORT && efforts[t] + step <= MOST_EFFORT) {
                efforts[t] += step;
                left -= step;
            }
        }
        return efforts;
    }

    private Task task(int effort, List<Task> earlier) {
        int priority = PRIORITIES[draws.nextInt(PRIORITIES.length)];
        int earliest = draws.nextBoolean() ? 0 : draws.nextInt(size.weeks - 1);
        int[] predecessors = new int[0];
        if (!earlier.isEmpty() && draws.nextInt(5) == 0) {
            int before = earlier.size() - 1 - draws.nextInt(Math.min(FARTHEST_PREDECESSOR, earlier.size()));
            int after = earlier.get(before).earliest() + 1;
            if (after < size.weeks) {
                predecessors = new int[] {before};
                earliest = Math.max(earliest, after);
            }
        }
        int due = Math.min(size.weeks - 1, earliest + draws.nextInt(4));
        int field = draws.nextInt(size.fields);
        int[] able = able(field);
        int previousMember = draws.nextInt(20) < 7 ? able[draws.nextInt(able.length)] : -1;
        int previousWeek = previousMember < 0 ? -1 : earliest;
        boolean pinned = previousMember >= 0
                && predecessors.length == 0
                && draws.nextInt(12) == 0
                && effort <= room[previousMember][previousWeek];
        if (pinned) {
            room[previousMember][previousWeek] -= effort;
        }
        List<Option> options = IntStream.of(able)
                .mapToObj(m -> new Option(m, effort, cost(m, field, previousMember)))
                .toList();
        return new Task(
                priority,
                earliest,
                due,
                20 * effort + 150 * priority,
                previousMember,
                previousWeek,
                pinned,
                predecessors,
                options);
    }

    /** Who can do the field's tasks, by number; of many the best. */
    private int[] able(int field) {
        return IntStream.range(0, size.members)
                .filter(m -> level[m][field] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer m) -> -level[m][field]))
                .limit(MOST_OPTIONS)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int cost(int member, int field, int previousMember) {
        int otherMember = previousMember >= 0 && previousMember != member ? OTHER_MEMBER : 0;
        return 6 * (5 - level[member][field]) + dislike[member][field] + draws.nextInt(5) + otherMember;
    }
}
