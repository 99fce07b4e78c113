package org.fengong.platform.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an import stands. */
@Schema(name = "ImportStatus")
enum ImportStatus {
    /** Every row is judged, nothing is stored. */
    CHECKING,
    /** Rows are stored, chunk by chunk. */
    STORING,
    /** Through; of a dry run nothing is stored. */
    COMPLETED,
    /** Rows were refused, so nothing is stored. */
    REFUSED,
    /** It broke; what was stored by then stays. */
    FAILED,
    /** Somebody stopped it; what was stored by then stays. */
    CANCELLED;

    boolean isOver() {
        return this != CHECKING && this != STORING;
    }
}
