package org.fengong.review.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long work lies between those who finish and those who go on (W1). */
public record HandOver(
        Measure meanDays, List<Passed> inputs, List<MemberPair> byMembers, List<DepartmentPair> byDepartments) {
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /**
     * A task that was started in the period after one that it depends on.
     *
     * @param fromMemberId who logged the last work on the predecessor, null when nobody logged any
     * @param toMemberId who logged the first work on the task, null when nobody logged any
     */
    public record Passed(
            UUID predecessorId,
            UUID taskId,
            @Schema(nullable = true) UUID fromMemberId,
            @Schema(nullable = true) UUID toMemberId,
            Instant completedAt,
            Instant startedAt,
            double days) {}

    /** The mean over the inputs with both members known. */
    public record MemberPair(UUID fromMemberId, UUID toMemberId, int count, double meanDays) {}

    /** The mean over the inputs with the departments of both members known. */
    public record DepartmentPair(UUID fromDepartmentId, UUID toDepartmentId, int count, double meanDays) {}

    private record Pair(UUID from, UUID to) {
        boolean isKnown() {
            return from != null && to != null;
        }
    }

    static HandOver of(Facts facts) {
        var inputs = new ArrayList<Passed>();
        for (var dependency : facts.dependencies()) {
            facts.ownTasks().stream()
                    .filter(task -> task.taskId().equals(dependency.taskId()))
                    .findFirst()
                    .map(task -> passed(dependency, task, facts))
                    .filter(passed -> facts.period().contains(passed.startedAt()))
                    .ifPresent(inputs::add);
        }
        var mean = inputs.stream().mapToDouble(Passed::days).average();
        return new HandOver(
                new Measure(
                        mean.isPresent() ? (Double) mean.getAsDouble() : null,
                        "days",
                        "mean of days over the inputs; days = (startedAt - completedAt) / 24 h, 0 when it was started"
                                + " before; startedAt = start of the task, without one the beginning of the day of its"
                                + " first logged work; inputs = dependencies of tasks that were started in the period on"
                                + " completed tasks"),
                List.copyOf(inputs),
                byPair(inputs, Function.identity(), MemberPair::new),
                byPair(inputs, facts.departments()::get, DepartmentPair::new));
    }

    private static Passed passed(Facts.Dependency dependency, Facts.Task task, Facts facts) {
        var first = workOn(task.taskId(), facts).stream().findFirst();
        var before = workOn(dependency.predecessorId(), facts);
        var started = task.startedAt() != null
                ? task.startedAt()
                : first.map(work ->
                                work.day().atStartOfDay(facts.period().zone()).toInstant())
                        .orElse(null);
        if (started == null) {
            return null;
        }
        var seconds =
                Duration.between(dependency.predecessorCompletedAt(), started).toSeconds();
        return new Passed(
                dependency.predecessorId(),
                task.taskId(),
                before.isEmpty() ? null : before.get(before.size() - 1).memberId(),
                first.map(Facts.Work::memberId).orElse(null),
                dependency.predecessorCompletedAt(),
                started,
                Math.max(0, seconds) / DAY_SECONDS);
    }

    /** In the order of its days. */
    private static List<Facts.Work> workOn(UUID taskId, Facts facts) {
        return facts.work().stream()
                .filter(work -> work.taskId().equals(taskId))
                .sorted(Comparator.comparing(Facts.Work::day))
                .toList();
    }

    private interface Row<R> {
        R of(UUID from, UUID to, int count, double meanDays);
    }

    /** The slowest first. */
    private static <R> List<R> byPair(List<Passed> inputs, Function<UUID, UUID> side, Row<R> row) {
        var pairs = new LinkedHashMap<Pair, List<Double>>();
        inputs.stream()
                .filter(passed -> passed.fromMemberId() != null && passed.toMemberId() != null)
                .forEach(passed -> pairs.computeIfAbsent(
                                new Pair(side.apply(passed.fromMemberId()), side.apply(passed.toMemberId())),
                                pair -> new ArrayList<>())
                        .add(passed.days()));
        return pairs.entrySet().stream()
                .filter(pair -> pair.getKey().isKnown())
                .sorted(Comparator.comparing(pair -> -mean(pair.getValue())))
                .map(pair -> row.of(
                        pair.getKey().from(),
                        pair.getKey().to(),
                        pair.getValue().size(),
                        mean(pair.getValue())))
                .toList();
    }

    private static double mean(List<Double> days) {
        return days.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
