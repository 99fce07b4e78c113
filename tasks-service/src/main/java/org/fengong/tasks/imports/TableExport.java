package org.fengong.tasks.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Export;
import org.fengong.platform.imports.FileFormat;
import org.fengong.tasks.goal.ManyGoals;
import org.fengong.tasks.organisation.Organisation;
import org.fengong.tasks.organisation.Team;
import org.fengong.tasks.organisation.TeamAccess;
import org.fengong.tasks.task.ManyTasks;

/** Writes the goals and tasks of a team as they can be imported again, some hundred at a time. */
@ApplicationScoped
class TableExport {
    private static final int AT_ONCE = 200;

    private final TeamAccess access;
    private final Organisation organisation;
    private final ManyTasks tasks;
    private final ManyGoals goals;
    private final TaskRows taskRows;

    TableExport(TeamAccess access, Organisation organisation, ManyTasks tasks, ManyGoals goals, TaskRows taskRows) {
        this.access = access;
        this.organisation = organisation;
        this.tasks = tasks;
        this.goals = goals;
        this.taskRows = taskRows;
    }

    /** @throws RuntimeException when the team is unknown or not for this caller */
    Response tasks(UUID teamId, FileFormat format) {
        var team = access.requireReadable(teamId);
        var order = TaskOrder.of(tasks.ofTeam(teamId), tasks.dependencies(teamId));
        return answer(format, "tasks", "tasks-" + team.key(), TaskTable.ALL, order, ids -> taskRows.of(team, ids));
    }

    /** As {@link #tasks}. */
    Response goals(UUID teamId, FileFormat format) {
        var team = access.requireReadable(teamId);
        return answer(
                format,
                "goals",
                "goals-" + team.key(),
                GoalImport.COLUMNS,
                goals.ofTeam(teamId),
                ids -> goalRows(team, ids));
    }

    private static Response answer(
            FileFormat format,
            String kind,
            String name,
            List<Column> columns,
            List<UUID> order,
            Function<List<UUID>, List<Map<String, Object>>> rows) {
        return Export.answer(format, kind, name, columns, table -> {
            for (int from = 0; from < order.size(); from += AT_ONCE) {
                var ids = order.subList(from, Math.min(order.size(), from + AT_ONCE));
                for (var row : QuarkusTransaction.requiringNew().call(() -> rows.apply(ids))) {
                    table.write(row);
                }
            }
        });
    }

    private List<Map<String, Object>> goalRows(Team team, List<UUID> ids) {
        var found = goals.read(ids);
        var parents = goals.read(named(found.values(), ManyGoals.Known::parentGoalId));
        var teams = organisation.teamKeys(
                named(parents.values(), parent -> parent.ref().teamId()));
        var owners = organisation.memberKeys(named(found.values(), ManyGoals.Known::ownerId));
        return ids.stream()
                .map(found::get)
                .flatMap(goal -> {
                    var parent = goal.parentGoalId() == null
                            ? null
                            : parents.get(goal.parentGoalId()).ref();
                    return GoalRows.of(
                            team,
                            goal,
                            parent == null ? null : ParentGoal.written(parent, team.id(), teams.get(parent.teamId())),
                            Owners.written(goal.ownerId(), owners))
                            .stream();
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<UUID> named(Collection<ManyGoals.Known> some, Function<ManyGoals.Known, UUID> id) {
        return some.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
