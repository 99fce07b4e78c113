package org.fengong.review.pulse;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.review.metric.PulseAverages;
import org.threeten.extra.YearWeek;

/** @param comments for the team's lead, without names and in no order that tells who wrote them; absent for others */
record TeamPulseResponse(
        UUID teamId,
        YearWeek week,
        PulseAverages averages,
        @Schema(nullable = true) List<String> comments) {}
