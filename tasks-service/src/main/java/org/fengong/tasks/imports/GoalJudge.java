package org.fengong.tasks.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.imports.Cells;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Importer;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.Row;
import org.fengong.tasks.goal.GoalForest;
import org.fengong.tasks.goal.KeyResult;
import org.fengong.tasks.goal.ManyGoals;
import org.fengong.tasks.organisation.Team;

/** Judges the goals of one chunk, one after the other: a later one may be part of an earlier one. */
class GoalJudge {
    private static final UUID NOT_STORED_YET = new UUID(0, 0);

    /**
     * What the goals of the chunk name.
     *
     * @param goals themselves and their parents, by name
     * @param parents names of them by the names of the goals
     * @param accepted names of goals that stand above in the file and may not be stored yet
     */
    record Found(
            Map<String, Team> teams,
            Map<ManyGoals.Ref, ManyGoals.Known> goals,
            Map<String, UUID> members,
            Map<String, String> parents,
            Set<String> accepted) {}

    private final Found found;
    private final GoalForest forest;
    private final Importer importer;
    private final ManyGoals goals;
    private final ObjectMapper mapper;
    private final Map<ManyGoals.Ref, UUID> made = new HashMap<>();

    GoalJudge(Found found, GoalForest forest, Importer importer, ManyGoals goals, ObjectMapper mapper) {
        this.found = found;
        this.forest = forest;
        this.importer = importer;
        this.goals = goals;
        this.mapper = mapper;
    }

    /**
     * Empty when the item is refused for what it names.
     *
     * @throws RuntimeException as the request would be refused that does the same
     */
    Optional<ManyGoals.Change> judge(Item item) {
        Cells.requireSame(item, GoalImport.OF_GOAL.stream().map(Column::name).toList());
        var row = item.first();
        var team = found.teams().get(row.key("team"));
        if (team == null || !importer.commands(team.id(), team.leadId())) {
            item.refuse(row, "team", "unknown team");
            return Optional.empty();
        }
        var ref = new ManyGoals.Ref(team.id(), row.key("key"));
        var known = found.goals().get(ref);
        if (known == null && !team.active()) {
            item.refuse(row, "team", "the team takes no new work");
        }
        var patch = mapper.createObjectNode();
        patch.put("teamId", team.id().toString());
        new Cells(row, patch)
                .key("key", "key")
                .text("title", "title")
                .date("from", "from")
                .date("to", "to")
                .whole("weight", "weight", 10);
        owner(item, team, known, patch);
        parent(item, team, known, patch);
        keyResults(item, known, patch);
        if (item.isRefused()) {
            return Optional.empty();
        }
        var change = goals.judge(known, patch, forest);
        made.put(ref, change.goalId());
        item.accept(change.isNew(), change.changes());
        return Optional.of(change);
    }

    private void owner(Item item, Team team, ManyGoals.Known known, ObjectNode patch) {
        if (!item.first().has("owner")) {
            return;
        }
        var named = item.first().key("owner");
        var owner = Owners.named(named, found.members());
        var stays = owner != null && known != null && owner.equals(known.ownerId());
        if (named != null && !stays && (owner == null || !team.includes(owner))) {
            item.refuse(item.first(), "owner", Owners.UNKNOWN);
        }
        patch.put("ownerId", Objects.toString(owner, null));
    }

    private void parent(Item item, Team own, ManyGoals.Known known, ObjectNode patch) {
        if (!item.first().has("parent")) {
            return;
        }
        var named = ParentGoal.of(item.first());
        if (leadsBack(item.key())) {
            item.refuse(item.first(), "parent", "closes a cycle");
            return;
        }
        var parent = named == null ? null : parent(item, named, own, known);
        patch.put("parentGoalId", Objects.toString(parent, null));
    }

    private boolean leadsBack(String key) {
        var seen = new HashSet<String>();
        for (var at = found.parents().get(key);
                at != null && seen.add(at);
                at = found.parents().get(at)) {
            if (at.equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Null, and the item is refused, when there is none for this importer; {@link #NOT_STORED_YET} while checking. */
    private UUID parent(Item item, ParentGoal named, Team own, ManyGoals.Known known) {
        var team = found.teams().get(named.team());
        var ref = team == null ? null : named.ref(team);
        var parent = ref == null ? null : found.goals().get(ref);
        var stays = known != null && parent != null && parent.id().equals(known.parentGoalId());
        if (team != null && (stays || team.id().equals(own.id()) || TaskJudge.sees(importer, team))) {
            if (made.containsKey(ref)) {
                return made.get(ref);
            }
            if (parent != null) {
                return parent.id();
            }
            if (found.accepted().contains(named.team() + "/" + named.goal())) {
                return NOT_STORED_YET;
            }
        }
        item.refuse(item.first(), "parent", "unknown goal " + named.goal());
        return null;
    }

    private void keyResults(Item item, ManyGoals.Known known, ObjectNode patch) {
        if (!item.first().has("keyResult")) {
            GoalImport.OF_KEY_RESULT.stream()
                    .filter(column -> item.first().has(column.name()))
                    .forEach(column -> item.refuse(item.first(), column.name(), "needs the column keyResult, too"));
            if (item.rows().size() > 1) {
                item.refuse(
                        item.rows().get(1),
                        "key",
                        "the same stands in row " + item.first().number());
            }
            return;
        }
        var left = new ArrayList<>(known == null ? List.<KeyResult>of() : known.keyResults());
        var keyResults = patch.putArray("keyResults");
        if (item.rows().size() == 1 && says(item.first()).isEmpty()) {
            return;
        }
        for (var row : item.rows()) {
            var same = left.stream()
                    .filter(keyResult -> keyResult.title().equals(row.text("keyResult")))
                    .findFirst();
            same.ifPresent(left::remove);
            keyResult(row, same.orElse(null), keyResults);
        }
    }

    private static List<String> says(Row row) {
        return GoalImport.OF_KEY_RESULT.stream()
                .map(Column::name)
                .filter(column -> row.text(column) != null)
                .toList();
    }

    private static void keyResult(Row row, KeyResult before, ArrayNode keyResults) {
        var keyResult = keyResults.addObject();
        if (before != null) {
            keyResult
                    .put("keyResultId", before.keyResultId().toString())
                    .put("unit", before.unit())
                    .put("baseline", before.baseline())
                    .put("target", before.target())
                    .put("weight", before.weight());
        }
        new Cells(row, keyResult)
                .text("keyResult", "title")
                .text("unit", "unit")
                .number("baseline", "baseline", null)
                .number("target", "target", null)
                .whole("keyResultWeight", "weight", 10);
    }
}
