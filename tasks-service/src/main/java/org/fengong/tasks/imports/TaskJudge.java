package org.fengong.tasks.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fengong.platform.imports.Cells;
import org.fengong.platform.imports.Chunk;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Importer;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.Row;
import org.fengong.tasks.goal.ManyGoals;
import org.fengong.tasks.organisation.Team;
import org.fengong.tasks.task.ManyTasks;
import org.fengong.tasks.task.RoleForm;

/** Judges the tasks of one chunk, one after the other: a later one may wait for an earlier one. */
class TaskJudge {
    private static final UUID NOT_STORED_YET = new UUID(0, 0);

    private final TaskReferenceLookup.Found found;
    private final Chunk chunk;
    private final ObjectMapper mapper;
    private final ManyTasks tasks;
    private final Map<ManyTasks.Ref, UUID> made = new HashMap<>();

    TaskJudge(TaskReferenceLookup.Found found, Chunk chunk, ObjectMapper mapper, ManyTasks tasks) {
        this.found = found;
        this.chunk = chunk;
        this.mapper = mapper;
        this.tasks = tasks;
    }

    /**
     * Empty when the item is refused for what it names.
     *
     * @throws RuntimeException as the request would be refused that does the same
     */
    Optional<ManyTasks.Change> judge(Item item) {
        Cells.requireSame(item, TaskTable.OF_TASK.stream().map(Column::name).toList());
        var row = item.first();
        var team = found.teams().get(row.key("team"));
        if (team == null || !chunk.importer().commands(team.id(), team.leadId())) {
            item.refuse(row, "team", "unknown team");
            return Optional.empty();
        }
        var ref = new ManyTasks.Ref(team.id(), row.key("key"));
        var known = found.tasks().get(ref);
        if (known == null && !team.active()) {
            item.refuse(row, "team", "the team takes no new work");
        }
        var patch = mapper.createObjectNode();
        patch.put("teamId", team.id().toString());
        new Cells(row, patch)
                .key("key", "key")
                .text("title", "title")
                .text("description", "description")
                .text("campaign", "campaign")
                .list("labels", "labels")
                .number("contributionWeight", "contributionWeight", BigDecimal.ONE)
                .whole("importance", "importance", null)
                .date("earliestStart", "earliestStart")
                .date("dueDate", "dueDate")
                .flag("together", "together")
                .flag("allowSameMember", "allowSameMember");
        if (known == null) {
            new Cells(row, patch).flag("draft", "draft");
        }
        owner(item, team, known, patch);
        var goalWeight = goal(item, team, known, patch);
        roles(item, known, patch);
        dependencies(item, team, known, patch);
        if (item.isRefused()) {
            return Optional.empty();
        }
        var change = tasks.judge(known, patch, goalWeight);
        made.put(ref, change.taskId());
        item.accept(change.isNew(), change.changes());
        return Optional.of(change);
    }

    private void owner(Item item, Team team, ManyTasks.Known known, ObjectNode patch) {
        var named = item.first().key("owner");
        if (named != null) {
            var owner = Owners.named(named, found.members());
            var stays =
                    known != null && owner != null && owner.equals(known.form().ownerId());
            if (!stays && (owner == null || !team.includes(owner))) {
                item.refuse(item.first(), "owner", Owners.UNKNOWN);
            }
            patch.put("ownerId", Objects.toString(owner, null));
        } else if (known == null) {
            var importer = chunk.importer().memberId();
            var owner = importer != null && team.includes(importer) ? importer : team.leadId();
            patch.put("ownerId", Objects.toString(owner, null));
        }
    }

    /** The weight of the goal when the file says which one it is, else null. */
    private Integer goal(Item item, Team team, ManyTasks.Known known, ObjectNode patch) {
        var row = item.first();
        var current = known == null ? null : found.goalsById().get(known.form().goalId());
        ManyGoals.Known goal = current;
        if (row.has("goal")) {
            goal = row.key("goal") == null ? null : found.goals().get(new ManyGoals.Ref(team.id(), row.key("goal")));
            if (goal == null && row.key("goal") != null) {
                item.refuse(row, "goal", "unknown goal " + row.key("goal"));
                return null;
            }
            patch.put("goalId", goal == null ? null : goal.id().toString());
            if (!row.has("keyResult")
                    && known != null
                    && known.form().keyResultId() != null
                    && !sameGoal(goal, current)) {
                item.refuse(row, "goal", "its key result is of another goal; add the column keyResult");
            }
        }
        if (row.has("keyResult")) {
            keyResult(item, goal, patch);
        }
        return row.has("goal") ? (Integer) (goal == null ? 0 : goal.weight()) : null;
    }

    private static boolean sameGoal(ManyGoals.Known goal, ManyGoals.Known other) {
        return goal != null && other != null && goal.id().equals(other.id());
    }

    private static void keyResult(Item item, ManyGoals.Known goal, ObjectNode patch) {
        var title = item.first().text("keyResult");
        if (title == null) {
            patch.putNull("keyResultId");
            return;
        }
        var keyResult = goal == null
                ? Optional.<UUID>empty()
                : goal.keyResults().stream()
                        .filter(k -> k.title().equals(title))
                        .map(k -> k.keyResultId())
                        .findFirst();
        keyResult.ifPresentOrElse(
                id -> patch.put("keyResultId", id.toString()),
                () -> item.refuse(item.first(), "keyResult", "unknown key result of the goal"));
    }

    private void roles(Item item, ManyTasks.Known known, ObjectNode patch) {
        if (!item.first().has("role")) {
            TaskTable.OF_ROLE.stream()
                    .filter(column -> item.first().has(column.name()))
                    .forEach(column -> item.refuse(item.first(), column.name(), "needs the column role, too"));
            if (item.rows().size() > 1) {
                item.refuse(
                        item.rows().get(1),
                        "key",
                        "the same stands in row " + item.first().number());
            }
            return;
        }
        var before = known == null ? List.<RoleForm>of() : known.form().roles();
        var left = new ArrayList<>(before);
        var roles = patch.putArray("roles");
        for (var row : item.rows()) {
            var same = left.stream()
                    .filter(role -> role.name().equals(row.text("role")))
                    .findFirst();
            same.ifPresent(left::remove);
            role(item, row, same.<ObjectNode>map(mapper::valueToTree).orElseGet(mapper::createObjectNode), roles);
        }
    }

    private void role(Item item, Row row, ObjectNode role, ArrayNode roles) {
        new Cells(row, role)
                .text("role", "name")
                .whole("effortMinutes", "effortMinutes", 0)
                .whole("spanWeeks", "spanWeeks", null);
        if (row.has("department")) {
            var department = row.key("department");
            var id = found.departments().get(department);
            if (department != null && id == null) {
                item.refuse(row, "department", "unknown department " + department);
            }
            role.put("departmentId", Objects.toString(id, null));
        }
        if (row.has("skills")) {
            skills(item, row, role.putArray("skills"));
        }
        roles.add(role);
    }

    private void skills(Item item, Row row, ArrayNode skills) {
        var complaint = Skills.complaint(row.text("skills"));
        if (complaint != null) {
            item.refuse(row, "skills", complaint);
        }
        var names = new HashSet<String>();
        for (var named : Skills.read(row.text("skills"))) {
            var id = found.skills().get(named.skill());
            if (id == null) {
                item.refuse(row, "skills", "unknown skill " + named.skill());
            } else if (!names.add(named.skill())) {
                item.refuse(row, "skills", "asks for the skill %s twice".formatted(named.skill()));
            } else {
                skills.addObject()
                        .put("skillId", id.toString())
                        .put("minLevel", named.minLevel())
                        .put("mandatory", named.mandatory())
                        .put("weight", named.weight());
            }
        }
    }

    private void dependencies(Item item, Team team, ManyTasks.Known known, ObjectNode patch) {
        var row = item.first();
        if (!row.has("dependsOn")) {
            return;
        }
        var complaint = Dependencies.complaint(row.text("dependsOn"));
        if (complaint != null) {
            item.refuse(row, "dependsOn", complaint);
        }
        var waitsFor = new HashMap<UUID, Integer>();
        for (var named : Dependencies.read(row.text("dependsOn"))) {
            var id = predecessor(named, team);
            if (id == null) {
                item.refuse(
                        row,
                        "dependsOn",
                        "unknown task %s; it is to be there already or to stand above".formatted(named.task()));
            } else if (known != null
                    && known.form().dependsOn().stream()
                            .noneMatch(d -> d.taskId().equals(id))) {
                item.refuse(
                        row, "dependsOn", "the task is there already and gets no new ones: %s".formatted(named.task()));
            } else if (waitsFor.put(id, named.lagWeeks()) != null && id != NOT_STORED_YET) {
                item.refuse(row, "dependsOn", "the task %s stands there twice".formatted(named.task()));
            }
        }
        var list = patch.putArray("dependsOn");
        waitsFor.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> list.addObject()
                        .put("taskId", entry.getKey().toString())
                        .put("lagWeeks", entry.getValue()));
    }

    /** Null when there is none for this importer; {@link #NOT_STORED_YET} for one of an earlier chunk, while checking. */
    private UUID predecessor(Dependencies.Named named, Team own) {
        var team = named.team() == null ? own : found.teams().get(named.team());
        if (team == null || !(team.id().equals(own.id()) || sees(chunk.importer(), team))) {
            return null;
        }
        var ref = new ManyTasks.Ref(team.id(), named.task());
        if (made.containsKey(ref)) {
            return made.get(ref);
        }
        if (found.tasks().containsKey(ref)) {
            return found.tasks().get(ref).id();
        }
        return found.accepted().contains(team.key() + "/" + named.task()) ? NOT_STORED_YET : null;
    }

    static boolean sees(Importer importer, Team team) {
        return importer.everyTeam()
                || (importer.memberId() != null && team.includes(importer.memberId()) && importer.covers(team.id()));
    }
}
