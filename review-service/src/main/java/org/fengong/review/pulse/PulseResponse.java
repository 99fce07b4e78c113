package org.fengong.review.pulse;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/** What a member gave, for that member alone. */
record PulseResponse(
        UUID id,
        UUID teamId,
        UUID memberId,
        YearWeek week,
        int load,
        int fit,
        int clarity,
        @Schema(nullable = true) String comment,
        Instant givenAt) {}
