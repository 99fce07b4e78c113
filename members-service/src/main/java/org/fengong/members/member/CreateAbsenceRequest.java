package org.fengong.members.member;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.problem.RuleViolatedException;

/**
 * Days away, the first and the last included.
 *
 * @param share of each day: 0.5 or 1.0 (default)
 */
@Schema(name = "CreateAbsenceRequest", examples = """
        {"from": "2026-12-21", "to": "2026-12-31", "kind": "VACATION"}""")
record CreateAbsenceRequest(
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotNull Absence.Kind kind,
        @DecimalMin("0.5") @DecimalMax("1.0") Double share) {
    /** @throws RuleViolatedException when it ends before it starts or the share is neither half nor whole */
    Absence absence(UUID id) {
        if (to.isBefore(from)) {
            throw new RuleViolatedException(
                    "absence-ends-before-it-starts",
                    "to",
                    "The absence ends on %s, before it starts on %s.".formatted(to, from));
        }
        if (share != null && share != 0.5 && share != 1.0) {
            throw new RuleViolatedException("share-not-half-or-whole", "share", "The share is 0.5 or 1.0.");
        }
        return new Absence(id, from, to, kind, share == null ? 1.0 : share);
    }
}
