package org.fengong.allocation.plan;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * A role that a plan must give to a member, whatever it costs and whoever has it. It binds this plan only.
 *
 * @param startWeek in which it begins; one that is over counts as the plan's first week
 */
@Schema(name = "PlanPin")
record PlanPin(
        @NotNull UUID roleId,
        @NotNull UUID memberId,
        @NotNull YearWeek startWeek) {}
