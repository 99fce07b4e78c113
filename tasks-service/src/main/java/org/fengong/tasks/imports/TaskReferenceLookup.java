package org.fengong.tasks.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.imports.Chunk;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.Row;
import org.fengong.tasks.goal.ManyGoals;
import org.fengong.tasks.organisation.Organisation;
import org.fengong.tasks.organisation.Team;
import org.fengong.tasks.task.ManyTasks;

/** Finds all that the tasks of a chunk name, each sort of thing with one question. */
@ApplicationScoped
class TaskReferenceLookup {
    /**
     * What was found.
     *
     * @param goals by name, those of the tasks that are there included
     * @param accepted names of tasks that stand above in the file and may not be stored yet
     */
    record Found(
            Map<String, Team> teams,
            Map<ManyGoals.Ref, ManyGoals.Known> goals,
            Map<UUID, ManyGoals.Known> goalsById,
            Map<String, UUID> members,
            Map<String, UUID> skills,
            Map<String, UUID> departments,
            Map<ManyTasks.Ref, ManyTasks.Known> tasks,
            Set<String> accepted) {}

    private final Organisation organisation;
    private final ManyGoals goals;
    private final ManyTasks tasks;

    TaskReferenceLookup(Organisation organisation, ManyGoals goals, ManyTasks tasks) {
        this.organisation = organisation;
        this.goals = goals;
        this.tasks = tasks;
    }

    Found find(List<Item> items, Chunk chunk) {
        var dependencies = items.stream()
                .flatMap(item -> Dependencies.read(item.first().text("dependsOn")).stream())
                .toList();
        var teamKeys = keys(items, "team");
        dependencies.stream()
                .map(Dependencies.Named::team)
                .filter(Objects::nonNull)
                .forEach(teamKeys::add);
        var teams = organisation.teams(teamKeys);
        var goalRefs = refs(items, teams, row -> row.key("goal"), ManyGoals.Ref::new);
        var goalsByName =
                new HashMap<>(goals.find(goalRefs, chunk.stores() ? LockModeType.PESSIMISTIC_READ : LockModeType.NONE));
        var taskRefs = new HashSet<>(refs(items, teams, row -> row.key("key"), ManyTasks.Ref::new));
        var named = new HashSet<String>();
        for (var item : items) {
            for (var dependency : Dependencies.read(item.first().text("dependsOn"))) {
                var team = dependency.team() == null ? item.first().key("team") : dependency.team();
                named.add(team + "/" + dependency.task());
                if (teams.containsKey(team)) {
                    taskRefs.add(new ManyTasks.Ref(teams.get(team).id(), dependency.task()));
                }
            }
        }
        var known = tasks.find(taskRefs, chunk.stores());
        var goalsById = new HashMap<>(goals.read(known.values().stream()
                .map(task -> task.form().goalId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
        return new Found(
                teams,
                goalsByName,
                goalsById,
                organisation.memberIds(keys(items, "owner")),
                organisation.skillIds(items.stream()
                        .flatMap(item -> item.rows().stream())
                        .flatMap(row -> Skills.read(row.text("skills")).stream())
                        .map(Skills.Named::skill)
                        .collect(Collectors.toSet())),
                new HashMap<>(organisation.departmentIds(keys(items, "department"))), // takes null, too
                known,
                chunk.stores() ? Set.of() : chunk.acceptedEarlier(named));
    }

    private static Set<String> keys(List<Item> items, String column) {
        return items.stream()
                .flatMap(item -> item.rows().stream())
                .map(row -> row.key(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static <R> Collection<R> refs(
            List<Item> items,
            Map<String, Team> teams,
            Function<Row, String> key,
            java.util.function.BiFunction<UUID, String, R> ref) {
        return items.stream()
                .map(Item::first)
                .filter(row -> key.apply(row) != null && teams.containsKey(row.key("team")))
                .map(row -> ref.apply(teams.get(row.key("team")).id(), key.apply(row)))
                .collect(Collectors.toSet());
    }
}
