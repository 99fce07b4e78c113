package org.fengong.review.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A task as its creation sends it. */
record NewTask(
        UUID teamId,
        String key,
        UUID ownerId,
        String title,
        String description,
        int importance,
        LocalDate dueDate,
        List<NewRole> roles) {
    private static final int LONGEST_TITLE = 200;

    record NewRole(String name, int effortMinutes) {}

    NewTask {
        title = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }
}
