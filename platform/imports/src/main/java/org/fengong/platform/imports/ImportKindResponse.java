package org.fengong.platform.imports;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be imported.
 *
 * @param keyColumns together name a thing, which a file names once
 * @param severalRows whether consecutive rows with the same key are parts of one thing
 */
@Schema(name = "ImportKind", examples = """
        {"kind": "tasks", "description": "One row for each role of a task.", "keyColumns": ["team", "key"],
         "severalRows": true,
         "columns": [{"name": "team", "type": "TEXT", "required": true, "description": "Key of the team."}]}""")
record ImportKindResponse(
        String kind, String description, List<String> keyColumns, boolean severalRows, List<Column> columns) {
    static ImportKindResponse of(ImportKind kind) {
        return new ImportKindResponse(
                kind.name(), kind.description(), kind.keyColumns(), kind.severalRows(), kind.columns());
    }
}
