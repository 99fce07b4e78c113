package org.fengong.platform.imports;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads the first sheet of a workbook (.xlsx). */
final class WorkbookRows {
    private static final long MAX_INFLATED = 512L << 20;
    /** What is read at once: everything but the sheets, above all the table of shared texts. */
    private static final long MAX_IN_MEMORY = 64L << 20;

    private static final int MAX_PARTS = 1_000;
    private static final int MAX_COLUMNS = 200;

    private WorkbookRows() {}

    static void read(File file, TableReader reader) throws IOException {
        requireBounded(file);
        var number = 0;
        try (var workbook = new ReadableWorkbook(file);
                var rows = workbook.getFirstSheet().openStream()) {
            for (var iterator = rows.iterator(); iterator.hasNext(); ) {
                var row = iterator.next();
                number = row.getRowNum();
                if (row.getCellCount() > MAX_COLUMNS) {
                    throw new UnreadableTableException(number, null, "has more than %d cells".formatted(MAX_COLUMNS));
                }
                var cells = new ArrayList<String>(row.getCellCount());
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(text(number, row.getCell(i), reader.column(i)));
                }
                reader.line(number, cells);
            }
            reader.end();
        } catch (ExcelReaderException | IOException e) {
            throw notAWorkbook(number);
        }
    }

    private static UnreadableTableException notAWorkbook(int row) {
        return new UnreadableTableException(row, null, "it is no workbook (.xlsx), or a damaged one");
    }

    /** A zip bomb says little of what it inflates to, so that is counted before anything is read. */
    private static void requireBounded(File file) {
        try (var zip = new ZipFile(file)) {
            if (zip.size() > MAX_PARTS) {
                throw new TableTooLargeException("The workbook has more than %,d parts.".formatted(MAX_PARTS));
            }
            var buffer = new byte[1 << 16];
            long inflated = 0;
            long inMemory = 0;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var sheet = entry.getName().startsWith("xl/worksheets/");
                try (var content = zip.getInputStream(entry)) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        inflated += n;
                        inMemory += sheet ? 0 : n;
                        if (inflated > MAX_INFLATED || inMemory > MAX_IN_MEMORY) {
                            throw new TableTooLargeException(
                                    "The workbook holds more than %d MB, or more than %d MB of texts outside its sheets."
                                            .formatted(MAX_INFLATED >> 20, MAX_IN_MEMORY >> 20));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw notAWorkbook(0);
        }
    }

    private static String text(int row, Cell cell, Column column) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.ERROR) {
            throw new UnreadableTableException(
                    row, column == null ? null : column.name(), "the cell shows an error: " + cell.getRawValue());
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return column != null && column.type() == Column.Type.DATE
                    ? cell.asDate().toLocalDate().toString()
                    : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return cell.getValue() instanceof String text ? WorkbookText.asMeant(text) : String.valueOf(cell.getValue());
    }
}
