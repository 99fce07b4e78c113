package org.fengong.tasks.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengong.tasks.goal.ManyGoals;
import org.fengong.tasks.organisation.Team;

/** A goal in the columns of its import. */
final class GoalRows {
    private GoalRows() {}

    /**
     * @param parent its key, of another team with that of the team; null for none
     * @param owner key or id; null for nobody
     */
    static List<Map<String, Object>> of(Team team, ManyGoals.Known goal, String parent, String owner) {
        var row = new HashMap<String, Object>();
        row.put("team", team.key());
        row.put("key", goal.ref().key());
        row.put("title", goal.title());
        row.put("from", goal.from());
        row.put("to", goal.to());
        row.put("weight", goal.weight());
        row.put("owner", owner);
        row.put("parent", parent);
        var rows = new ArrayList<Map<String, Object>>(List.of(row));
        for (int i = 0; i < goal.keyResults().size(); i++) {
            var keyResult = goal.keyResults().get(i);
            if (i > 0) {
                row = new HashMap<>(Map.of("team", team.key(), "key", goal.ref().key()));
                rows.add(row);
            }
            row.put("keyResult", keyResult.title());
            row.put("unit", keyResult.unit());
            row.put("baseline", keyResult.baseline());
            row.put("target", keyResult.target());
            row.put("keyResultWeight", keyResult.weight());
        }
        return rows;
    }
}
