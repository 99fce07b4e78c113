package org.fengong.review.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much longer than estimated the completed roles took (S3). */
public record EstimateRatio(
        @Schema(nullable = true) Double value,
        String unit,
        String formula,
        List<CompletedRole> inputs,

        @Schema(nullable = true, description = "Absent from reviews that were made before it was measured.")
        List<MemberRatio> byMember,

        @Schema(nullable = true, description = "Absent from reviews that were made before it was measured.")
        List<SkillRatio> bySkill,

        @Schema(nullable = true, description = "Absent from reviews that were made before it was measured.")
        List<MemberSkillRatio> byMemberAndSkill) {
    /** The same over the counted roles on which the member logged the most. */
    public record MemberRatio(UUID memberId, int estimateMinutes, int actualMinutes, double ratio) {}

    /** The same over the counted roles that ask for the skill. */
    public record SkillRatio(UUID skillId, int estimateMinutes, int actualMinutes, double ratio) {}

    /** The same over the counted roles that ask for the skill and on which the member logged the most. */
    public record MemberSkillRatio(
            UUID memberId, UUID skillId, int roles, int estimateMinutes, int actualMinutes, double ratio) {}

    /** @param counted false when nothing was logged on the role, so that what it took is not known */
    public record CompletedRole(UUID taskId, UUID roleId, int estimateMinutes, int actualMinutes, boolean counted) {}

    static EstimateRatio of(Facts facts) {
        var inputs = facts.ownTasks().stream()
                .flatMap(task -> task.roles().stream()
                        .filter(role -> facts.period().contains(role.completedAt()))
                        .map(role -> completed(task.taskId(), role, facts)))
                .toList();
        var estimate = inputs.stream()
                .filter(CompletedRole::counted)
                .mapToLong(CompletedRole::estimateMinutes)
                .sum();
        var actual = inputs.stream()
                .filter(CompletedRole::counted)
                .mapToLong(CompletedRole::actualMinutes)
                .sum();
        return new EstimateRatio(
                estimate == 0 ? null : (Double) ((double) actual / estimate),
                "ratio",
                "sum of actualMinutes / sum of estimateMinutes over the inputs that are counted; inputs = roles completed"
                        + " in the period, actualMinutes = all that was logged on the role; a role without logged work"
                        + " is not counted",
                inputs,
                ratios(facts, inputs, EstimateRatio::members).entrySet().stream()
                        .map(one -> new MemberRatio(
                                one.getKey(),
                                one.getValue().estimate,
                                one.getValue().actual,
                                one.getValue().ratio()))
                        .toList(),
                ratios(facts, inputs, EstimateRatio::skills).entrySet().stream()
                        .map(one -> new SkillRatio(
                                one.getKey(),
                                one.getValue().estimate,
                                one.getValue().actual,
                                one.getValue().ratio()))
                        .toList(),
                ratios(facts, inputs, EstimateRatio::membersWithSkills).entrySet().stream()
                        .map(one -> new MemberSkillRatio(
                                one.getKey().memberId(),
                                one.getKey().skillId(),
                                one.getValue().roles,
                                one.getValue().estimate,
                                one.getValue().actual,
                                one.getValue().ratio()))
                        .toList());
    }

    private record MemberSkill(UUID memberId, UUID skillId) implements Comparable<MemberSkill> {
        private static final Comparator<MemberSkill> ORDER =
                Comparator.comparing(MemberSkill::memberId).thenComparing(MemberSkill::skillId);

        @Override
        public int compareTo(MemberSkill other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Sums {
        private int roles;
        private int estimate;
        private int actual;

        double ratio() {
            return (double) actual / estimate;
        }
    }

    /** By id; roles that were estimated at nothing say nothing of a ratio. */
    private static <K extends Comparable<K>> Map<K, Sums> ratios(
            Facts facts, List<CompletedRole> inputs, BiFunction<Facts, CompletedRole, Collection<K>> ids) {
        var sums = new TreeMap<K, Sums>();
        inputs.stream()
                .filter(role -> role.counted() && role.estimateMinutes() > 0)
                .forEach(role -> ids.apply(facts, role).forEach(id -> {
                    var sum = sums.computeIfAbsent(id, one -> new Sums());
                    sum.roles++;
                    sum.estimate += role.estimateMinutes();
                    sum.actual += role.actualMinutes();
                }));
        return sums;
    }

    private static Collection<UUID> members(Facts facts, CompletedRole role) {
        var minutes = new TreeMap<UUID, Integer>();
        facts.work().stream()
                .filter(work -> work.roleId().equals(role.roleId()))
                .forEach(work -> minutes.merge(work.memberId(), work.minutes(), Integer::sum));
        return minutes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).stream()
                .toList();
    }

    private static Collection<UUID> skills(Facts facts, CompletedRole role) {
        return facts.ownTasks().stream()
                .flatMap(task -> task.roles().stream())
                .filter(one -> one.roleId().equals(role.roleId()))
                .flatMap(one -> one.skillIds().stream())
                .toList();
    }

    private static Collection<MemberSkill> membersWithSkills(Facts facts, CompletedRole role) {
        return members(facts, role).stream()
                .flatMap(member -> skills(facts, role).stream().map(skill -> new MemberSkill(member, skill)))
                .toList();
    }

    private static CompletedRole completed(UUID taskId, Facts.Role role, Facts facts) {
        var actual = facts.work().stream()
                .filter(work -> work.roleId().equals(role.roleId()))
                .mapToInt(Facts.Work::minutes)
                .sum();
        return new CompletedRole(taskId, role.roleId(), role.effortMinutes(), actual, actual > 0);
    }
}
