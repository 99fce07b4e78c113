package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TeamState;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;

/** Refuses a scenario, and pins, that speak of what is not known here. */
@ApplicationScoped
class ScenarioCheck {
    private final SnapshotReader snapshots;

    ScenarioCheck(SnapshotReader snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @throws UnknownReferenceException for a member who is in none of the teams
     * @throws RuleViolatedException for a role that none of the teams' tasks has, or that is named twice
     */
    void checkPins(List<PlanPin> pins, Collection<TeamState> teams) {
        var members = members(teams);
        var teamIds = teams.stream().map(TeamState::teamId).toList();
        var named = new HashSet<UUID>();
        for (int i = 0; i < pins.size(); i++) {
            var pin = pins.get(i);
            var field = "pins[%d]".formatted(i);
            if (!members.contains(pin.memberId())) {
                throw new UnknownReferenceException("member", field + ".memberId", pin.memberId());
            }
            checkRole(pin.roleId(), field + ".roleId", teamIds, named);
        }
    }

    private void checkRole(UUID roleId, String field, Collection<UUID> teamIds, Set<UUID> named) {
        if (snapshots.taskOfRole(teamIds, roleId).isEmpty()) {
            throw new RuleViolatedException(
                    "unknown-role", field, "The plan's teams have no task with a role %s.".formatted(roleId));
        }
        if (!named.add(roleId)) {
            throw new RuleViolatedException("role-twice", field, "The plan is told a role twice.");
        }
    }

    private static Set<UUID> members(Collection<TeamState> teams) {
        return teams.stream()
                .flatMap(team -> team.members().stream())
                .map(TeamState.TeamMember::memberId)
                .collect(Collectors.toSet());
    }

    /**
     * @throws UnknownReferenceException for a member who is in none of the teams, an unknown skill or department
     * @throws RuleViolatedException when a role names a skill twice, for a role that none of the teams' tasks has, or that
     *     is named twice
     */
    void check(PlanScenario.Form scenario, Collection<TeamState> teams) {
        var members = members(teams);
        for (int i = 0; i < scenario.withoutMembers().size(); i++) {
            if (!members.contains(scenario.withoutMembers().get(i))) {
                throw new UnknownReferenceException(
                        "member",
                        "scenario.withoutMembers[%d]".formatted(i),
                        scenario.withoutMembers().get(i));
            }
        }
        var teamIds = teams.stream().map(TeamState::teamId).toList();
        var supposed = new HashSet<UUID>();
        for (int i = 0; i < scenario.efforts().size(); i++) {
            checkRole(
                    scenario.efforts().get(i).roleId(), "scenario.efforts[%d].roleId".formatted(i), teamIds, supposed);
        }
        var roles = scenario.extraTasks().stream()
                .flatMap(task -> task.roles().stream())
                .toList();
        var skills = snapshots.skills(roles.stream()
                .flatMap(role -> role.skills().stream())
                .map(PlanScenario.ExtraSkill::skillId)
                .collect(Collectors.toSet()));
        var departments = snapshots.departments(roles.stream()
                .map(PlanScenario.ExtraRole::departmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        for (int t = 0; t < scenario.extraTasks().size(); t++) {
            for (int r = 0; r < scenario.extraTasks().get(t).roles().size(); r++) {
                var role = scenario.extraTasks().get(t).roles().get(r);
                var field = "scenario.extraTasks[%d].roles[%d]".formatted(t, r);
                if (role.departmentId() != null && !departments.containsKey(role.departmentId())) {
                    throw new UnknownReferenceException("department", field + ".departmentId", role.departmentId());
                }
                var named = new HashSet<UUID>();
                for (int s = 0; s < role.skills().size(); s++) {
                    var skillId = role.skills().get(s).skillId();
                    var ofSkill = "%s.skills[%d].skillId".formatted(field, s);
                    if (!skills.containsKey(skillId)) {
                        throw new UnknownReferenceException("skill", ofSkill, skillId);
                    }
                    if (!named.add(skillId)) {
                        throw new RuleViolatedException("skill-twice", ofSkill, "The role names a skill twice.");
                    }
                }
            }
        }
    }
}
