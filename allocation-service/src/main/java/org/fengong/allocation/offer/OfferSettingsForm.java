package org.fengong.allocation.offer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a merge patch of a team's offer settings changes.
 *
 * @param workingDays full working days that a member has to answer, the day of the offer not counted
 * @param onDecline what becomes of a role whose offer was declined or expired
 */
@Schema(name = "OfferSettingsForm")
record OfferSettingsForm(
        @NotNull @Min(1) @Max(20) Integer workingDays,
        @NotNull OnDecline onDecline) {
    static final OfferSettingsForm DEFAULT = new OfferSettingsForm(2, OnDecline.REPLAN);
}
