package org.fengong.members.esco;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a file: all of its rows were taken.
 *
 * @param dryRun true when nothing was stored, and this is what would have become of it
 * @param rows one for each row of the file, in its order
 */
public record ImportAnswer(boolean dryRun, int created, int updated, int unchanged, List<Row> rows) {
    /** What a row has done. */
    @Schema(name = "ImportOutcome")
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /**
     * @param row as a spreadsheet numbers it: the header is row 1
     * @param id of what the row is about; absent when a dry run would create it
     */
    @Schema(name = "ImportedRow")
    public record Row(
            int row,
            Outcome outcome,
            @Schema(nullable = true) UUID id) {}

    public static ImportAnswer of(boolean dryRun, List<Row> rows) {
        return new ImportAnswer(
                dryRun,
                count(rows, Outcome.CREATED),
                count(rows, Outcome.UPDATED),
                count(rows, Outcome.UNCHANGED),
                rows);
    }

    private static int count(List<Row> rows, Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
