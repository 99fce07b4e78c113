package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.plan.PlanComparisonResponse.Change;
import org.fengong.allocation.plan.PlanComparisonResponse.Counts;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.problem.PlanningMember;

/** Sets two plans against each other (S4). */
@ApplicationScoped
class PlanComparisons {
    /** Members, and roles, that a comparison lists at most. */
    private static final int MOST = 1_000;

    private static final Map<String, ToLongFunction<CostBreakdown>> COMPONENTS = new LinkedHashMap<>();

    static {
        COMPONENTS.put("fit", CostBreakdown::fit);
        COMPONENTS.put("interest", CostBreakdown::interest);
        COMPONENTS.put("lateness", CostBreakdown::lateness);
        COMPONENTS.put("fairness", CostBreakdown::fairness);
        COMPONENTS.put("change", CostBreakdown::change);
        COMPONENTS.put("goal", CostBreakdown::goal);
        COMPONENTS.put("department", CostBreakdown::department);
        COMPONENTS.put("unassigned", CostBreakdown::unassigned);
        COMPONENTS.put("total", CostBreakdown::total);
    }

    /** What a plan says of one role. @param assigned null when nobody gets it */
    private record Decision(UUID taskId, UUID roleId, PlanResult.Assigned assigned, long cost) {}

    /** A role that is not as it was; null on the side that does not know it. */
    private record Difference(Change change, Decision before, Decision after) {
        Decision known() {
            return after == null ? before : after;
        }
    }

    private final SnapshotReader snapshots;

    PlanComparisons(SnapshotReader snapshots) {
        this.snapshots = snapshots;
    }

    /** @throws PlanStatusException when one of them has no result */
    PlanComparisonResponse compare(Plan plan, Plan with) {
        plan.requireResult("compared");
        with.requireResult("compared");
        var after = decisions(plan.result());
        var before = decisions(with.result());
        var differences = new ArrayList<Difference>();
        var counts = new EnumMap<Change, Integer>(Change.class);
        int unchanged = 0;
        var roleIds = new LinkedHashSet<>(after.keySet());
        roleIds.addAll(before.keySet());
        for (var roleId : roleIds) {
            var change = change(before.get(roleId), after.get(roleId));
            if (change == null) {
                unchanged++;
            } else {
                counts.merge(change, 1, Integer::sum);
                differences.add(new Difference(change, before.get(roleId), after.get(roleId)));
            }
        }
        var members = members(plan, with);
        var listed = differences.stream().limit(MOST).toList();
        var listedMembers = members.stream().limit(MOST).toList();
        var names = new Names(listed, listedMembers, List.of(plan.scenario(), with.scenario()));
        return new PlanComparisonResponse(
                PlanComparisonResponse.Side.of(plan),
                PlanComparisonResponse.Side.of(with),
                plan.inputHash().equals(with.inputHash()),
                weights(plan).equals(weights(with)),
                costs(plan.summary().costs(), with.summary().costs()),
                new Counts(
                        unchanged,
                        counts.getOrDefault(Change.OTHER_MEMBER, 0),
                        counts.getOrDefault(Change.OTHER_WEEKS, 0),
                        counts.getOrDefault(Change.ASSIGNED, 0),
                        counts.getOrDefault(Change.UNASSIGNED, 0),
                        counts.getOrDefault(Change.ADDED, 0),
                        counts.getOrDefault(Change.REMOVED, 0)),
                listedMembers.stream().map(names::member).toList(),
                listed.stream().map(names::role).toList(),
                differences.size() > MOST || members.size() > MOST);
    }

    private static List<Object> weights(Plan plan) {
        var policy = plan.problem().policy();
        return List.of(policy.weights(), policy.maxLoadPercent());
    }

    private static Map<UUID, Decision> decisions(PlanResult result) {
        var decisions = new LinkedHashMap<UUID, Decision>();
        result.assigned()
                .forEach(a -> decisions.put(
                        a.roleId(),
                        new Decision(a.taskId(), a.roleId(), a, a.costs().total())));
        result.unassigned()
                .forEach(u -> decisions.put(
                        u.roleId(),
                        new Decision(u.taskId(), u.roleId(), null, u.costs().total())));
        return decisions;
    }

    /** Null when it is the same in both. */
    private static Change change(Decision before, Decision after) {
        if (before == null) {
            return Change.ADDED;
        }
        if (after == null) {
            return Change.REMOVED;
        }
        if (before.assigned() == null || after.assigned() == null) {
            return after.assigned() != null ? Change.ASSIGNED : before.assigned() != null ? Change.UNASSIGNED : null;
        }
        if (!before.assigned().memberId().equals(after.assigned().memberId())) {
            return Change.OTHER_MEMBER;
        }
        return before.assigned().weeks().equals(after.assigned().weeks()) ? null : Change.OTHER_WEEKS;
    }

    private static List<PlanComparisonResponse.Cost> costs(CostBreakdown costs, CostBreakdown withCosts) {
        return COMPONENTS.entrySet().stream()
                .map(component -> {
                    var value = component.getValue().applyAsLong(costs);
                    var withValue = component.getValue().applyAsLong(withCosts);
                    return new PlanComparisonResponse.Cost(component.getKey(), value, withValue, value - withValue);
                })
                .toList();
    }

    /** Without names, whose minutes differ most first. */
    private static List<PlanComparisonResponse.Member> members(Plan plan, Plan with) {
        var minutes = minutes(plan);
        var withMinutes = minutes(with);
        var ratios = ratios(plan, minutes);
        var withRatios = ratios(with, withMinutes);
        var ids = new LinkedHashSet<>(ratios.keySet());
        ids.addAll(withRatios.keySet());
        return ids.stream()
                .map(id -> {
                    int of = minutes.getOrDefault(id, 0);
                    int ofWith = withMinutes.getOrDefault(id, 0);
                    return new PlanComparisonResponse.Member(
                            id, null, of, ofWith, of - ofWith, ratios.get(id), withRatios.get(id));
                })
                .sorted(Comparator.comparingInt((PlanComparisonResponse.Member m) -> -Math.abs(m.differenceMinutes()))
                        .thenComparing(PlanComparisonResponse.Member::memberId))
                .toList();
    }

    private static Map<UUID, Integer> minutes(Plan plan) {
        var sums = new HashMap<UUID, Integer>();
        plan.result().assigned().forEach(a -> sums.merge(a.memberId(), minutes(a), Integer::sum));
        return sums;
    }

    private static int minutes(PlanResult.Assigned assigned) {
        return assigned.weeks().stream().mapToInt(WeekMinutes::minutes).sum();
    }

    /** Of everybody who was planned with; null for those without capacity. */
    private static Map<UUID, Double> ratios(Plan plan, Map<UUID, Integer> minutes) {
        var ratios = new LinkedHashMap<UUID, Double>();
        for (PlanningMember member : plan.problem().members()) {
            var id = UUID.fromString(member.id());
            int capacity = sum(member.capacityMinutes());
            ratios.put(
                    id,
                    capacity == 0
                            ? null
                            : (minutes.getOrDefault(id, 0) + sum(member.standingMinutes())) / (double) capacity);
        }
        return ratios;
    }

    private static int sum(List<Integer> minutes) {
        return minutes.stream().mapToInt(Integer::intValue).sum();
    }

    /** The names of what is listed. */
    private final class Names extends TaskNames {
        Names(List<Difference> differences, List<PlanComparisonResponse.Member> listed, List<PlanScenario> scenarios) {
            super(
                    snapshots,
                    differences.stream()
                            .map(difference -> difference.known().taskId())
                            .collect(Collectors.toSet()),
                    Stream.concat(
                                    listed.stream().map(PlanComparisonResponse.Member::memberId),
                                    differences.stream()
                                            .flatMap(difference -> Stream.of(difference.before(), difference.after()))
                                            .filter(decision -> decision != null && decision.assigned() != null)
                                            .map(decision -> decision.assigned().memberId()))
                            .collect(Collectors.toSet()),
                    scenarios);
        }

        PlanComparisonResponse.Member member(PlanComparisonResponse.Member m) {
            return new PlanComparisonResponse.Member(
                    m.memberId(),
                    member(m.memberId()),
                    m.minutes(),
                    m.withMinutes(),
                    m.differenceMinutes(),
                    m.loadRatio(),
                    m.withLoadRatio());
        }

        PlanComparisonResponse.Role role(Difference difference) {
            var known = difference.known();
            return new PlanComparisonResponse.Role(
                    known.taskId(),
                    title(known.taskId()),
                    known.roleId(),
                    role(known.roleId()),
                    difference.change(),
                    placed(difference.before()),
                    placed(difference.after()),
                    cost(difference.after()) - cost(difference.before()));
        }

        private static long cost(Decision decision) {
            return decision == null ? 0 : decision.cost();
        }

        private PlanComparisonResponse.Placed placed(Decision decision) {
            if (decision == null || decision.assigned() == null) {
                return null;
            }
            var a = decision.assigned();
            var last = a.weeks().isEmpty()
                    ? a.startWeek()
                    : a.weeks().get(a.weeks().size() - 1).week();
            return new PlanComparisonResponse.Placed(
                    a.memberId(), member(a.memberId()), a.startWeek(), last, minutes(a));
        }
    }
}
