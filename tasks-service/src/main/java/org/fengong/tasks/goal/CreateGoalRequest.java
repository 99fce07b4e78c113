package org.fengong.tasks.goal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.tasks.Keys;

/**
 * What a goal is made of; also the form that a merge patch changes.
 *
 * @param key unique in the team
 * @param parentGoalId the goal that this one is a part of, of any team whose goals the caller may read; absent for none
 * @param ownerId member of the team who is accountable and may measure; absent when the lead is
 * @param weight against the team's other goals, and against the other parts of its parent, 1–100; default 10
 */
@Schema(name = "CreateGoalRequest", examples = """
        {"key": "more-signups", "teamId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f", "title": "More sign-ups from our ideal customers",
         "from": "2026-10-01", "to": "2026-12-31",
         "keyResults": [{"title": "New sign-ups a week", "unit": "sign-ups", "baseline": 120, "target": 200}]}""")
record CreateGoalRequest(
        @NotNull UUID teamId,

        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String key,

        @NotBlank @Size(max = 200) String title,
        UUID parentGoalId,
        UUID ownerId,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @Min(1) @Max(100) Integer weight,
        @Size(max = 20) List<@NotNull @Valid KeyResultForm> keyResults) {
    /**
     * @param keyResultId of a key result that stays; absent for a new one
     * @param baseline the value at the beginning
     * @param target the value to be reached, above or below the baseline
     * @param weight in the progress of the goal, 1–100; default 10
     */
    @Schema(name = "KeyResultForm")
    record KeyResultForm(
            UUID keyResultId,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 40) String unit,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal baseline,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal target,
            @Min(1) @Max(100) Integer weight) {}

    static CreateGoalRequest of(Goal goal) {
        return new CreateGoalRequest(
                goal.teamId(),
                goal.key(),
                goal.title(),
                goal.parentGoalId(),
                goal.ownerId(),
                goal.from(),
                goal.to(),
                goal.weight(),
                goal.keyResults().stream()
                        .map(k -> new KeyResultForm(
                                k.keyResultId(), k.title(), k.unit(), k.baseline(), k.target(), k.weight()))
                        .toList());
    }
}
