package org.fengong.review.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fengong.review.adjustment.Adjustment;
import org.fengong.review.member.Members;
import org.fengong.review.metric.Coordination;
import org.fengong.review.metric.Metrics;
import org.fengong.review.organisation.Teams;
import org.fengong.review.work.WorkFacts;

/** Finds how the things in a review are called. Reviews store ids only, so that a name can change or be erased. */
@ApplicationScoped
class Names {
    private final Members members;
    private final Teams teams;
    private final WorkFacts work;

    Names(Members members, Teams teams, WorkFacts work) {
        this.members = members;
        this.teams = teams;
        this.work = work;
    }

    Map<UUID, String> of(Review review, List<Adjustment> adjustments) {
        var ids = idsIn(review.metrics());
        review.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .forEach(evidence -> {
                    ids.add(evidence.skillId());
                    ids.add(evidence.departmentId());
                    ids.add(evidence.taskId());
                    ids.add(evidence.memberId());
                });
        review.trainingEffects().forEach(effect -> ids.addAll(List.of(effect.memberId(), effect.skillId())));
        adjustments.forEach(adjustment -> {
            addIdsIn(adjustment, ids);
            addIdsOfTasks(adjustment, ids);
        });
        ids.remove(null);
        var names = new HashMap<>(members.names(ids));
        names.putAll(work.titles(ids));
        names.putAll(teams.names(ids));
        return names;
    }

    private static Set<UUID> idsIn(Metrics metrics) {
        var ids = new HashSet<UUID>();
        metrics.loadBalance().inputs().forEach(member -> ids.add(member.memberId()));
        metrics.overload().inputs().forEach(week -> ids.addAll(week.taskIds()));
        metrics.skillFit().inputs().forEach(assignment -> {
            ids.add(assignment.memberId());
            ids.add(assignment.taskId());
            ids.addAll(assignment.skillIds());
        });
        metrics.delivery().inputs().forEach(task -> ids.add(task.taskId()));
        metrics.estimateRatio().inputs().forEach(role -> ids.add(role.taskId()));
        if (metrics.estimateRatio().bySkill() != null) {
            metrics.estimateRatio().byMember().forEach(member -> ids.add(member.memberId()));
            metrics.estimateRatio().bySkill().forEach(skill -> ids.add(skill.skillId()));
        }
        metrics.contributions().goals().forEach(goal -> {
            ids.add(goal.goalId());
            goal.members().forEach(member -> ids.add(member.memberId()));
            goal.completedTasks().forEach(task -> ids.add(task.taskId()));
        });
        if (metrics.coordination() != null) {
            addIdsIn(metrics.coordination(), ids);
            metrics.fairnessOverTime().inputs().forEach(member -> ids.add(member.memberId()));
        }
        return ids;
    }

    private static void addIdsIn(Adjustment adjustment, Set<UUID> ids) {
        if (adjustment.move() != null) {
            var move = adjustment.move();
            ids.addAll(List.of(move.taskId(), move.fromMemberId(), move.toMemberId()));
        }
        if (adjustment.training() != null) {
            ids.addAll(List.of(
                    adjustment.training().memberId(), adjustment.training().skillId()));
        }
    }

    private static void addIdsOfTasks(Adjustment adjustment, Set<UUID> ids) {
        if (adjustment.estimates() != null) {
            adjustment.estimates().forEach(estimate -> ids.add(estimate.taskId()));
        }
        if (adjustment.split() != null) {
            ids.addAll(List.of(adjustment.split().taskId(), adjustment.split().memberId()));
        }
        if (adjustment.collaboration() != null) {
            var asked = adjustment.collaboration();
            ids.addAll(List.of(asked.taskId(), asked.departmentId(), asked.skillId()));
        }
    }

    private static void addIdsIn(Coordination coordination, Set<UUID> ids) {
        coordination.handOver().inputs().forEach(passed -> {
            ids.add(passed.predecessorId());
            ids.add(passed.taskId());
            ids.add(passed.fromMemberId());
            ids.add(passed.toMemberId());
        });
        coordination.handOver().byDepartments().forEach(pair -> {
            ids.add(pair.fromDepartmentId());
            ids.add(pair.toDepartmentId());
        });
        coordination.crossDepartment().inputs().forEach(task -> ids.addAll(task.departmentIds()));
        coordination.offerAnswers().byMember().forEach(member -> ids.add(member.memberId()));
        coordination.offerAnswers().declines().forEach(decline -> ids.add(decline.taskId()));
    }
}
