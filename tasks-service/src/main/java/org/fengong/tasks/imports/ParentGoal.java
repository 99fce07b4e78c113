package org.fengong.tasks.imports;

import java.util.UUID;
import org.fengong.platform.imports.Row;
import org.fengong.tasks.goal.ManyGoals;
import org.fengong.tasks.organisation.Team;

/** What a goal is part of, in a cell: {@code more-signups}, of another team {@code brand-team/loved-brand}. */
record ParentGoal(String team, String goal) {
    /** Null when the row names none. */
    static ParentGoal of(Row row) {
        var cell = row.key("parent");
        if (cell == null) {
            return null;
        }
        var slash = cell.indexOf('/');
        return slash < 0
                ? new ParentGoal(row.key("team"), cell)
                : new ParentGoal(cell.substring(0, slash), cell.substring(slash + 1));
    }

    static String written(ManyGoals.Ref parent, UUID teamId, String teamKey) {
        return parent.teamId().equals(teamId) ? parent.key() : teamKey + "/" + parent.key();
    }

    ManyGoals.Ref ref(Team found) {
        return new ManyGoals.Ref(found.id(), goal);
    }
}
