package org.fengong.tasks.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.http.Versioned;

record GoalResponse(
        UUID id,
        UUID teamId,
        String key,
        String title,
        LocalDate from,
        LocalDate to,
        int weight,
        List<KeyResult> keyResults,
        long version)
        implements Versioned {
    static GoalResponse of(Goal goal) {
        return new GoalResponse(
                goal.id(),
                goal.teamId(),
                goal.key(),
                goal.title(),
                goal.from(),
                goal.to(),
                goal.weight(),
                goal.keyResults(),
                goal.version());
    }
}
