package org.fengong.tasks.task;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Work done.
 *
 * @param memberId who worked; default: the member with the role's assignment
 * @param date day of the work, not in the future
 */
@Schema(name = "LogWorkRequest", examples = """
        {"roleId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f", "date": "2026-11-24", "minutes": 180}""")
record LogWorkRequest(
        @NotNull UUID roleId,
        UUID memberId,
        @NotNull LocalDate date,
        @Schema(required = true) @Min(1) @Max(1440) int minutes,
        @Size(max = 1000) String note) {}
