package org.fengong.tasks.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.platform.imports.Cells;
import org.fengong.platform.imports.Chunk;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Column.Type;
import org.fengong.platform.imports.ImportKind;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.Row;
import org.fengong.platform.problem.ExceptionTranslator;
import org.fengong.tasks.goal.KeyResult;
import org.fengong.tasks.goal.ManyGoals;
import org.fengong.tasks.organisation.Organisation;
import org.fengong.tasks.organisation.Team;

/** Takes goals in: a row for each key result, the first of which says what the whole goal is. */
@ApplicationScoped
class GoalImport implements ImportKind {
    private static final List<Column> OF_GOAL = List.of(
            Column.required("team", Type.TEXT, "Key of the team."),
            Column.required("key", Type.TEXT, "Key of the goal, unique in the team."),
            Column.optional("title", Type.TEXT, "Needed for a new goal."),
            Column.optional("from", Type.DATE, "First day; needed for a new goal."),
            Column.optional("to", Type.DATE, "Last day; needed for a new goal."),
            Column.optional("weight", Type.WHOLE, "Against the team's other goals, 1 to 100; empty: 10."));

    private static final List<Column> OF_KEY_RESULT = List.of(
            Column.optional("keyResult", Type.TEXT, "Title of the key result; empty when the goal has none."),
            Column.optional("unit", Type.TEXT, "What it is counted in."),
            Column.optional("baseline", Type.NUMBER, "Where it starts."),
            Column.optional("target", Type.NUMBER, "Where it is to be."),
            Column.optional("keyResultWeight", Type.WHOLE, "In the progress of the goal, 1 to 100; empty: 10."));

    static final List<Column> COLUMNS =
            Stream.concat(OF_GOAL.stream(), OF_KEY_RESULT.stream()).toList();

    private final Organisation organisation;
    private final ManyGoals goals;
    private final ExceptionTranslator translator;
    private final ObjectMapper mapper;

    GoalImport(Organisation organisation, ManyGoals goals, ExceptionTranslator translator, ObjectMapper mapper) {
        this.organisation = organisation;
        this.goals = goals;
        this.translator = translator;
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
            case "keyResults", "keyResults.title" -> "keyResult";
            case "keyResults.weight" -> "keyResultWeight";
            default -> field;
        };
    }

    @Override
    public void take(List<Item> items, Chunk chunk) {
        var teams = organisation.teams(items.stream()
                .map(item -> item.first().key("team"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var known = goals.find(
                items.stream()
                        .map(Item::first)
                        .filter(row -> teams.containsKey(row.key("team")))
                        .map(row -> new ManyGoals.Ref(teams.get(row.key("team")).id(), row.key("key")))
                        .toList(),
                chunk.stores() ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE);
        var changes = new ArrayList<ManyGoals.Change>();
        for (var item : items) {
            try {
                judge(item, teams, known, chunk).ifPresent(changes::add);
            } catch (RuntimeException e) {
                item.refuse(translator.translate(e).orElseThrow(() -> e));
            }
        }
        if (chunk.stores()) {
            goals.store(changes, chunk.importer().actor());
        }
    }

    private Optional<ManyGoals.Change> judge(
            Item item, Map<String, Team> teams, Map<ManyGoals.Ref, ManyGoals.Known> goalsByName, Chunk chunk) {
        Cells.requireSame(item, OF_GOAL.stream().map(Column::name).toList());
        var row = item.first();
        var team = teams.get(row.key("team"));
        if (team == null || !chunk.importer().commands(team.id(), team.leadId())) {
            item.refuse(row, "team", "unknown team");
            return Optional.empty();
        }
        var known = goalsByName.get(new ManyGoals.Ref(team.id(), row.key("key")));
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
        keyResults(item, known, patch);
        if (item.isRefused()) {
            return Optional.empty();
        }
        var change = goals.judge(known, patch);
        if (change.isNew()) {
            item.created();
        } else if (change.changes()) {
            item.updated();
        } else {
            item.unchanged();
        }
        return Optional.of(change);
    }

    private void keyResults(Item item, ManyGoals.Known known, ObjectNode patch) {
        if (!item.first().has("keyResult")) {
            OF_KEY_RESULT.stream()
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
        return OF_KEY_RESULT.stream()
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
