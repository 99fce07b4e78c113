package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.snapshot.SkillState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.SkillMatch;
import org.threeten.extra.YearWeek;

/** A plan's assignments with the names and sentences that a person reads. */
@ApplicationScoped
class PlanViews {
    private final SnapshotReader snapshots;

    PlanViews(SnapshotReader snapshots) {
        this.snapshots = snapshots;
    }

    PlanAssignmentsResponse of(Plan plan) {
        if (plan.result() == null) {
            return new PlanAssignmentsResponse(plan.id(), List.of(), List.of());
        }
        var names = new Names(plan);
        return new PlanAssignmentsResponse(
                plan.id(),
                plan.result().assigned().stream().map(names::assigned).toList(),
                plan.result().unassigned().stream().map(names::unassigned).toList());
    }

    /** What speaks for each assignment, by role; nobody is named in it. */
    Map<UUID, String> merits(Plan plan) {
        var names = new Names(plan);
        var merits = new HashMap<UUID, String>();
        plan.result().assigned().forEach(a -> merits.put(a.roleId(), names.merits(a)));
        return merits;
    }

    /** The roles that the plan gives to nobody. */
    List<PlanInForce.Nobody> nobodies(Plan plan) {
        var nobodies = new PlanResult(List.of(), plan.result().unassigned());
        var names = new Names(Names.taskIds(nobodies), Names.memberIds(nobodies), plan.scenario());
        return nobodies.unassigned().stream()
                .map(u -> new PlanInForce.Nobody(u.roleId(), u.reason(), names.whyNobody(u)))
                .toList();
    }

    /** What keeps the plan's assignments from being as they are planned, in words. */
    List<String> complaints(Plan plan, List<Finding> violations) {
        var names = new Names(plan);
        var taskIds = new HashMap<String, UUID>();
        plan.result().assigned().forEach(a -> taskIds.put(a.roleId().toString(), a.taskId()));
        return violations.stream()
                .map(finding -> names.complaint(finding, taskIds.get(finding.roleId())))
                .distinct()
                .toList();
    }

    /** @param tasks of the roles that the findings name */
    List<OverrideResponse.BrokenRule> brokenRules(List<Finding> findings, YearWeek fromWeek, Map<UUID, UUID> tasks) {
        var taskIds = findings.stream()
                .map(Finding::roleId)
                .filter(Objects::nonNull)
                .map(id -> tasks.get(UUID.fromString(id)))
                .collect(Collectors.toSet());
        var memberIds = findings.stream()
                .map(Finding::memberId)
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        var names = new Names(taskIds, memberIds, PlanScenario.NONE);
        return findings.stream()
                .map(finding -> {
                    var roleId = finding.roleId() == null ? null : UUID.fromString(finding.roleId());
                    var week = finding.week() == null ? null : fromWeek.plusWeeks(finding.week());
                    return new OverrideResponse.BrokenRule(
                            finding.rule(),
                            roleId,
                            finding.memberId() == null ? null : UUID.fromString(finding.memberId()),
                            week,
                            finding.overByMinutes(),
                            names.broken(finding, roleId == null ? null : tasks.get(roleId), week));
                })
                .toList();
    }

    private final class Names extends TaskNames {
        private final Map<UUID, SkillState> skills;

        Names(Plan plan) {
            this(taskIds(plan.result()), memberIds(plan.result()), plan.scenario());
        }

        Names(Set<UUID> taskIds, Set<UUID> memberIds, PlanScenario scenario) {
            super(snapshots, taskIds, memberIds, List.of(scenario));
            skills = snapshots.skills(roles().stream()
                    .flatMap(role -> role.skills().stream())
                    .map(TaskState.Skill::skillId)
                    .collect(Collectors.toSet()));
        }

        private static Set<UUID> taskIds(PlanResult result) {
            var ids = new HashSet<UUID>();
            result.assigned().forEach(a -> ids.add(a.taskId()));
            result.unassigned().forEach(u -> {
                ids.add(u.taskId());
                if (u.relatedTaskId() != null) {
                    ids.add(u.relatedTaskId());
                }
            });
            return ids;
        }

        private static Set<UUID> memberIds(PlanResult result) {
            var ids = new HashSet<UUID>();
            result.assigned().forEach(a -> {
                ids.add(a.memberId());
                a.alternatives().forEach(other -> ids.add(other.memberId()));
            });
            result.unassigned().forEach(u -> {
                u.nearest().forEach(holder -> ids.add(holder.memberId()));
                if (u.tooFull() != null) {
                    u.tooFull().places().forEach(place -> ids.add(place.memberId()));
                }
            });
            return ids;
        }

        PlanAssignmentsResponse.Assigned assigned(PlanResult.Assigned a) {
            return new PlanAssignmentsResponse.Assigned(
                    a.taskId(),
                    title(a.taskId()),
                    a.roleId(),
                    role(a.roleId()),
                    a.memberId(),
                    member(a.memberId()),
                    a.startWeek(),
                    a.weeks(),
                    a.fit(),
                    a.fixed(),
                    reason(a),
                    a.skills().stream().map(this::held).toList(),
                    a.costs(),
                    a.alternatives().stream()
                            .map(other -> new PlanAssignmentsResponse.Alternative(
                                    other.memberId(),
                                    member(other.memberId()),
                                    other.startWeek(),
                                    other.costDifference(),
                                    other.brokenRule(),
                                    whyNot(other)))
                            .toList());
        }

        PlanAssignmentsResponse.Unassigned unassigned(PlanResult.Unassigned u) {
            return new PlanAssignmentsResponse.Unassigned(
                    u.taskId(),
                    title(u.taskId()),
                    u.roleId(),
                    role(u.roleId()),
                    u.reason(),
                    whyNobody(u),
                    u.untilWeek(),
                    u.relatedTaskId(),
                    u.nearest().stream()
                            .map(holder -> new PlanAssignmentsResponse.Nearest(
                                    holder.memberId(),
                                    member(holder.memberId()),
                                    holder.missing().stream().map(this::held).toList()))
                            .toList(),
                    u.tooFull() == null ? null : tooFull(u.tooFull()),
                    u.costs());
        }

        private PlanAssignmentsResponse.TooFull tooFull(PlanResult.TooFull set) {
            return new PlanAssignmentsResponse.TooFull(
                    set.roleIds().stream()
                            .map(id ->
                                    new PlanAssignmentsResponse.FullRole(taskOf(id), title(taskOf(id)), id, role(id)))
                            .toList(),
                    set.places().stream()
                            .map(place -> new PlanAssignmentsResponse.FullMember(
                                    place.memberId(), member(place.memberId()), place.weeks()))
                            .toList(),
                    set.neededMinutes(),
                    set.freeMinutes());
        }

        private String reason(PlanResult.Assigned a) {
            return a.nextBest()
                    .map(next -> merits(a) + ", " + next.inWords(member(next.memberId())))
                    .orElseGet(() -> merits(a));
        }

        String merits(PlanResult.Assigned a) {
            var parts = new ArrayList<String>();
            if (a.fixed()) {
                parts.add("already at work on it");
            }
            a.skills().stream()
                    .map(s -> "%s %d (needs %d)".formatted(skill(s.skillId()), s.level(), s.minLevel()))
                    .forEach(parts::add);
            parts.add("fit %d %%".formatted(Math.round(a.fit() * 100)));
            if (a.interestPermille() > 0) {
                parts.add("likes it");
            } else if (a.interestPermille() < 0) {
                parts.add("would rather do something else");
            }
            if (a.costs().department() > 0) {
                parts.add("of another department");
            }
            if (a.nextBest().isEmpty()) {
                parts.add(a.alternatives().isEmpty() ? "nobody else can do it" : "nobody else has room");
            }
            return String.join(", ", parts);
        }

        String complaint(Finding finding, UUID taskId) {
            return switch (finding.rule()) {
                case MEMBER_KNOWN ->
                    "%s, who gets \"%s\", has left.".formatted(member(finding.memberId()), title(taskId));
                case SKILL ->
                    "%s no longer holds what \"%s\" asks for.".formatted(member(finding.memberId()), title(taskId));
                case DEPARTMENT ->
                    "%s no longer belongs to the department for which \"%s\" asks."
                            .formatted(member(finding.memberId()), title(taskId));
                case DECLINED ->
                    "%s has declined \"%s\" or let the offer expire."
                            .formatted(member(finding.memberId()), title(taskId));
                case DEPENDENCY, PREDECESSOR_ASSIGNED ->
                    "\"%s\" would begin before what it waits for has ended.".formatted(title(taskId));
                case MAX_CHANGES -> finding.detail();
                default -> "\"%s\" cannot be done as planned any more.".formatted(title(taskId));
            };
        }

        String broken(Finding finding, UUID taskId, YearWeek week) {
            return switch (finding.rule()) {
                case CAPACITY ->
                    "%s has %s more than time for in %s."
                            .formatted(member(finding.memberId()), hours(finding.overByMinutes()), week);
                case SKILL ->
                    "%s does not hold what \"%s\" asks for.".formatted(member(finding.memberId()), title(taskId));
                case DEPARTMENT ->
                    "%s does not belong to the department for which \"%s\" asks."
                            .formatted(member(finding.memberId()), title(taskId));
                case DECLINED ->
                    "%s has declined \"%s\" or let the offer expire."
                            .formatted(member(finding.memberId()), title(taskId));
                case EARLIEST_START -> "\"%s\" may not start so early.".formatted(title(taskId));
                case DEPENDENCY -> "\"%s\" begins before what it waits for has ended.".formatted(title(taskId));
                case PREDECESSOR_ASSIGNED -> "\"%s\" waits for a role that nobody has.".formatted(title(taskId));
                case TOGETHER -> "The roles of \"%s\" start in different weeks.".formatted(title(taskId));
                case ONE_ROLE_PER_MEMBER ->
                    "%s holds another role of \"%s\".".formatted(member(finding.memberId()), title(taskId));
                case HORIZON -> "\"%s\" ends after the plan.".formatted(title(taskId));
                default -> "The weeks of \"%s\" do not hold its effort as planned.".formatted(title(taskId));
            };
        }

        private String whyNot(PlanResult.Instead other) {
            if (other.brokenRule() == null) {
                return null;
            }
            return switch (other.brokenRule()) {
                case CAPACITY ->
                    other.shortage() == null
                            ? "Has too little time in the weeks in which the role can be done."
                            : "In %s the role needs %s, and %s are free."
                                    .formatted(
                                            other.shortage().week(),
                                            hours(other.shortage().neededMinutes()),
                                            hours(other.shortage().freeMinutes()));
                case FIXED_STAYS -> "The role stays where it is: it is running or pinned.";
                case DECLINED -> "Has declined the role or let the offer expire.";
                case TOGETHER -> "The other roles of the task start in another week.";
                case ONE_ROLE_PER_MEMBER -> "Holds another role of the task.";
                case MAX_CHANGES -> "The plan would change more than is allowed.";
                case PREDECESSOR_ASSIGNED -> "A task that must be done before has a role that nobody gets.";
                default -> "The work would not lie between the tasks before and after it.";
            };
        }

        private static String hours(int minutes) {
            return String.format(Locale.ROOT, "%.1f h", minutes / 60.0);
        }

        private String whyNobody(PlanResult.Unassigned u) {
            return switch (u.reason()) {
                case "NO_ONE_HOLDS_SKILL" ->
                    "Nobody holds the skills at the level"
                            + u.nearest().stream()
                                    .findFirst()
                                    .map(holder -> "; nearest is %s with %s"
                                            .formatted(
                                                    member(holder.memberId()),
                                                    holder.missing().stream()
                                                            .map(s -> "%s %d of %d"
                                                                    .formatted(
                                                                            skill(s.skillId()),
                                                                            s.level(),
                                                                            s.minLevel()))
                                                            .collect(Collectors.joining(" and "))))
                                    .orElse("")
                            + ".";
                case "NO_ONE_IN_DEPARTMENT" -> "Nobody of the department holds the skills.";
                case "DECLINED_BY_ALL" -> "Everybody who can do it has declined it or let the offer expire.";
                case "PREDECESSOR_UNASSIGNED" ->
                    "It waits for \"%s\", which nobody gets.".formatted(title(u.relatedTaskId()));
                case "STARTS_AFTER_HORIZON" -> "It cannot start before the horizon ends.";
                case "SUCCESSOR_PINNED_TOO_EARLY" ->
                    "\"%s\" waits for it and stands too early.".formatted(title(u.relatedTaskId()));
                case "NO_CAPACITY_BEFORE_HORIZON_END" ->
                    "Nobody who can do it has so much time before the horizon ends.";
                case "ALL_HOLDERS_FULL" -> "Everybody who can do it is full until %s.".formatted(u.untilWeek());
                case "HOLDERS_HAVE_ANOTHER_ROLE" -> "Who has time holds another role of the task.";
                case "NO_COMMON_WEEK" -> "Nobody has time in the week in which the task's other roles start.";
                default -> "By the policy's weights it costs more to do it than to leave it.";
            };
        }

        private PlanAssignmentsResponse.SkillHeld held(SkillMatch match) {
            return PlanAssignmentsResponse.SkillHeld.of(match, skill(match.skillId()));
        }

        private String member(String memberId) {
            return member(UUID.fromString(memberId));
        }

        private String skill(String skillId) {
            var known = skills.get(UUID.fromString(skillId));
            return known == null ? skillId : known.name();
        }
    }
}
