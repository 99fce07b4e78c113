package org.fengong.tasks.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.platform.imports.Chunk;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Column.Type;
import org.fengong.platform.imports.ImportKind;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.ItemJudge;
import org.fengong.platform.imports.Row;
import org.fengong.tasks.goal.ManyGoals;
import org.fengong.tasks.organisation.Organisation;

/** Takes goals in: a row for each key result, the first of which says what the whole goal is. */
@ApplicationScoped
class GoalImport implements ImportKind {
    static final List<Column> OF_GOAL = List.of(
            Column.required("team", Type.TEXT, "Key of the team."),
            Column.required("key", Type.TEXT, "Key of the goal, unique in the team."),
            Column.optional("title", Type.TEXT, "Needed for a new goal."),
            Column.optional("from", Type.DATE, "First day; needed for a new goal."),
            Column.optional("to", Type.DATE, "Last day; needed for a new goal."),
            Column.optional("weight", Type.WHOLE, "Against the team's other goals, 1 to 100; empty: 10."),
            Column.optional(
                    "owner", Type.TEXT, "Key or id of the member of the team who is accountable; empty: the lead."),
            Column.optional(
                    "parent",
                    Type.TEXT,
                    "Key of the goal that it is a part of, of another team team/key; empty: of none. Its row may stand above or below."));

    static final List<Column> OF_KEY_RESULT = List.of(
            Column.optional("keyResult", Type.TEXT, "Title of the key result; empty when the goal has none."),
            Column.optional("unit", Type.TEXT, "What it is counted in."),
            Column.optional("baseline", Type.NUMBER, "Where it starts."),
            Column.optional("target", Type.NUMBER, "Where it is to be."),
            Column.optional("keyResultWeight", Type.WHOLE, "In the progress of the goal, 1 to 100; empty: 10."));

    static final List<Column> COLUMNS =
            Stream.concat(OF_GOAL.stream(), OF_KEY_RESULT.stream()).toList();

    private final Organisation organisation;
    private final ManyGoals goals;
    private final ItemJudge itemJudge;
    private final ObjectMapper mapper;

    GoalImport(Organisation organisation, ManyGoals goals, ItemJudge itemJudge, ObjectMapper mapper) {
        this.organisation = organisation;
        this.goals = goals;
        this.itemJudge = itemJudge;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "goals";
    }

    @Override
    public String description() {
        return "Goals of teams: a row for each key result, those of one goal below each other.";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> keyColumns() {
        return List.of("team", "key");
    }

    @Override
    public boolean severalRows() {
        return true;
    }

    @Override
    public String columnOf(String field) {
        return switch (field) {
            case "teamId" -> "team";
            case "ownerId" -> "owner";
            case "parentGoalId" -> "parent";
            case "keyResults", "keyResults.title" -> "keyResult";
            case "keyResults.weight" -> "keyResultWeight";
            default -> field;
        };
    }

    @Override
    public String follows(Row first) {
        var parent = ParentGoal.of(first);
        return parent == null ? null : parent.team() + "/" + parent.goal();
    }

    @Override
    public void take(List<Item> items, Chunk chunk) {
        if (chunk.stores() && items.stream().anyMatch(item -> item.first().has("parent"))) {
            goals.lockParents();
        }
        var parents = new HashMap<String, String>();
        items.forEach(item -> parents.put(item.key(), follows(item.first())));
        parents.values().removeIf(Objects::isNull);
        var named = items.stream()
                .flatMap(item -> Stream.of(
                        new ParentGoal(item.first().key("team"), item.first().key("key")), ParentGoal.of(item.first())))
                .filter(Objects::nonNull)
                .toList();
        var teams = organisation.teams(named.stream().map(ParentGoal::team).collect(Collectors.toSet()));
        var known = goals.find(
                named.stream()
                        .filter(goal -> teams.containsKey(goal.team()))
                        .map(goal -> goal.ref(teams.get(goal.team())))
                        .toList(),
                chunk.stores() ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE);
        var members = organisation.memberIds(items.stream()
                .map(item -> item.first().key("owner"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var accepted = chunk.stores() ? Set.<String>of() : chunk.acceptedEarlier(parents.values());
        var judge = new GoalJudge(
                new GoalJudge.Found(teams, known, members, parents, accepted),
                goals.forest(known.values().stream().map(ManyGoals.Known::id).toList()),
                chunk.importer(),
                goals,
                mapper);
        var changes = itemJudge.judge(items, judge::judge);
        if (chunk.stores()) {
            goals.store(changes, chunk.importer().actor());
        }
    }
}
