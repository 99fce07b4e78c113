package org.fengong.platform.imports;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.problem.Violation;

/**
 * The answer to a row.
 *
 * @param row as a spreadsheet shows it: the header is row 1
 * @param key the values of the columns that name the thing, with a slash between; rows with one key are parts of one
 *     thing and share its status
 * @param status absent until the row was judged
 * @param violations what is wrong with it, {@code field} is the name of the column
 */
@Schema(name = "ImportRow", examples = """
        {"row": 17, "key": "brand-team/launch-blog", "status": "REFUSED",
         "violations": [{"field": "skills", "in": "body", "message": "unknown skill copywritting"}]}""")
record ImportRowResponse(
        int row, String key, @Schema(nullable = true) RowStatus status, List<Violation> violations) {}
