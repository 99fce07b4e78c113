package org.fengong.allocation.assignment;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why an assignment cannot be done as it stands.
 *
 * @param weeks which of its weeks are concerned, with all minutes that stand in them
 * @param minutes their sum
 * @param since when this cause was first seen
 */
@Schema(name = "AssignmentConflict")
public record Conflict(ConflictCause cause, List<WeekMinutes> weeks, int minutes, Instant since) {
    static Conflict of(ConflictCause cause, List<WeekMinutes> weeks, Instant since) {
        return new Conflict(
                cause, weeks, weeks.stream().mapToInt(WeekMinutes::minutes).sum(), since);
    }
}
