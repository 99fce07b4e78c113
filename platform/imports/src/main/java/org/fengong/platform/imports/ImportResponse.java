package org.fengong.platform.imports;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/**
 * An import and how far it is. The counts are of rows; until something is stored they say what would become of them.
 *
 * @param rows of the file, without the header and empty ones
 * @param rowsDone how many of them the pass is through that {@code status} names: CHECKING, then STORING
 * @param failure why it FAILED, for a person
 */
@Schema(name = "Import", examples = """
        {"id": "01a21332-a91f-77ef-a5d5-1302548fb465", "kind": "tasks", "mode": "ALL_OR_NOTHING", "dryRun": false,
         "status": "STORING", "rows": 10000, "rowsDone": 2500, "created": 2400, "updated": 60, "unchanged": 40,
         "refused": 0, "requestedAt": "2026-11-26T12:00:00Z", "version": 27}""")
public record ImportResponse(
        UUID id,
        String kind,
        ImportMode mode,
        boolean dryRun,
        ImportStatus status,
        int rows,
        int rowsDone,
        int created,
        int updated,
        int unchanged,
        int refused,
        @Schema(nullable = true) String failure,
        Instant requestedAt,
        @Schema(nullable = true) Instant finishedAt,
        long version)
        implements Versioned {}
