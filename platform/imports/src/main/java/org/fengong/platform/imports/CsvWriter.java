package org.fengong.platform.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** RFC 4180 in UTF-8, with the byte order mark by which Excel knows that it is. */
final class CsvWriter implements TableWriter {
    private final List<Column> columns;
    private final Writer out;
    private final CSVPrinter printer;

    CsvWriter(OutputStream out, List<Column> columns) throws IOException {
        this.columns = columns;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(CsvRows.BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(this.out, CSVFormat.RFC4180);
        printer.printRecord(columns.stream().map(Column::name));
    }

    @Override
    public void write(Map<String, ?> cells) throws IOException {
        for (var column : columns) {
            printer.print(text(cells.get(column.name())));
        }
        printer.println();
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? CsvCells.defused(text) : value.toString();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
