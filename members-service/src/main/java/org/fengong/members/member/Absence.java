package org.fengong.members.member;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Days on which a member is away.
 *
 * @param from first day
 * @param to last day
 * @param share of each day: 1.0 the whole, 0.5 half of it
 */
public record Absence(UUID absenceId, LocalDate from, LocalDate to, Kind kind, double share) {
    /** Why a member is away. */
    @Schema(name = "AbsenceKind")
    public enum Kind {
        VACATION,
        SICK,
        TRAINING,
        OTHER
    }
}
