package org.fengong.review.review;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * @param from first week
 * @param to last week, at most 25 weeks after the first and not after the current one
 */
@Schema(name = "OpenReviewRequest", examples = """
        {"teamId": "0190d1f0-0000-7000-8000-000000000001", "from": "2026-W45", "to": "2026-W48"}""")
record OpenReviewRequest(
        @NotNull UUID teamId,
        @NotNull YearWeek from,
        @NotNull YearWeek to) {}
