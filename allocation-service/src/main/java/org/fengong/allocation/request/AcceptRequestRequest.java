package org.fengong.allocation.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * How a department helps: with a person, a week, or both.
 *
 * @param memberId member of the department who becomes collaborator of the team until the task is due
 * @param sharePercent share of the person's capacity; default 20
 * @param startWeek no role of the department starts before it; default: now
 */
@Schema(name = "AcceptRequestRequest", examples = """
        {"memberId": "01a10b55-9603-7f7d-8c62-931d2e8a6edd", "sharePercent": 30, "startWeek": "2026-W50"}""")
record AcceptRequestRequest(
        UUID memberId,
        @Min(1) @Max(100) Integer sharePercent,
        YearWeek startWeek,
        @Size(min = 1, max = 1000) String reason) {
    private static final int DEFAULT_SHARE_PERCENT = 20;

    int share() {
        return sharePercent == null ? DEFAULT_SHARE_PERCENT : sharePercent;
    }
}
