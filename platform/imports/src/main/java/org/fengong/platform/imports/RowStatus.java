package org.fengong.platform.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a row; as long as nothing of its import is stored, what would become of it. */
@Schema(name = "ImportRowStatus")
enum RowStatus {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
}
