package org.fengong.platform.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet; texts stand in their cells, so that no table of shared ones grows in memory. */
final class WorkbookWriter implements TableWriter {
    private static final int FLUSH_EVERY = 500;

    private final List<Column> columns;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    WorkbookWriter(OutputStream out, String name, List<Column> columns) {
        this.columns = columns;
        this.workbook = new Workbook(out, "Fengong", "1.0");
        this.sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).name());
            sheet.style(0, i).bold().set();
        }
    }

    @Override
    public void write(Map<String, ?> cells) throws IOException {
        row++;
        for (int i = 0; i < columns.size(); i++) {
            var value = cells.get(columns.get(i).name());
            if (value instanceof BigDecimal number) {
                sheet.value(row, i, number);
            } else if (value instanceof Integer number) {
                sheet.value(row, i, number);
            } else if (value instanceof LocalDate date) {
                sheet.value(row, i, date);
                sheet.style(row, i).format("yyyy-mm-dd").set();
            } else if (value instanceof Boolean flag) {
                sheet.value(row, i, flag);
            } else if (value != null) {
                sheet.inlineString(row, i, WorkbookText.written(value.toString()));
            }
        }
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
