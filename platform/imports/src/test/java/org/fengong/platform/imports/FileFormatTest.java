package org.fengong.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {
    private static final List<Column> COLUMNS = List.of(
            Column.required("key", Column.Type.TEXT, "Its name."),
            Column.optional("text", Column.Type.TEXT, "Words."),
            Column.optional("count", Column.Type.WHOLE, "How many."),
            Column.optional("share", Column.Type.NUMBER, "How much."),
            Column.optional("day", Column.Type.DATE, "When."),
            Column.optional("flag", Column.Type.FLAG, "Whether."));

    @TempDir
    Path folder;

    private File file(byte[] content) throws IOException {
        return Files.write(folder.resolve("table"), content).toFile();
    }

    private List<Row> read(FileFormat format, byte[] content) throws IOException {
        return read(format, content, 1000);
    }

    private List<Row> read(FileFormat format, byte[] content, int maxRows) throws IOException {
        var rows = new ArrayList<Row>();
        format.read(file(content), new TableReader(COLUMNS, maxRows, rows::add));
        return rows;
    }

    private List<Row> csv(String text) throws IOException {
        return read(FileFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] written(FileFormat format, List<Map<String, ?>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = format.open(out, "things", COLUMNS)) {
            for (var row : rows) {
                writer.write(row);
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void whatIsWrittenIsReadAsItWas(FileFormat format) throws IOException {
        var texts = List.of(
                "行銷企劃：新品上市",
                "says \"yes\", then; leaves",
                "two\nlines",
                "two\r\nlines",
                "=1+1",
                "'=1+1",
                "''@home",
                "+49 30",
                "-5 %",
                "＝全形",
                "\tindented",
                " spaces around ",
                "_x000D_ as text",
                "O'Neill",
                "'quoted'",
                "<b>&amp;</b>",
                "🚀");
        var rows = new ArrayList<Map<String, ?>>();
        for (var text : texts) {
            rows.add(Map.of(
                    "key",
                    "k",
                    "text",
                    text,
                    "count",
                    -12,
                    "share",
                    new BigDecimal("0.25"),
                    "day",
                    LocalDate.of(2026, 12, 31),
                    "flag",
                    true));
        }
        rows.add(Map.of("key", "only"));

        var read = read(format, written(format, rows));

        assertThat(read.subList(0, texts.size()).stream().map(row -> row.text("text")))
                .containsExactlyElementsOf(texts);
        var first = read.get(0);
        assertThat(first.number()).isEqualTo(2);
        assertThat(first.whole("count")).isEqualTo(-12);
        assertThat(first.number("share")).isEqualByComparingTo("0.25");
        assertThat(first.date("day")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(first.flag("flag")).isTrue();
        var last = read.get(texts.size());
        assertThat(last.text("text")).isNull();
        assertThat(last.date("day")).isNull();
        assertThat(last.has("day")).isTrue();
    }

    @Test
    void aCsvFileIsOneThatExcelReadsAsText() throws IOException {
        var bytes = written(FileFormat.CSV, List.of(Map.of("key", "k", "text", "=HYPERLINK(\"http://x\")")));

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFkey,text,count,share,day,flag\r\nk,\"'=HYPERLINK(\"\"http://x\"\")\",,,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theHeaderShowsWhatStandsBetweenCells(String delimiter) throws IOException {
        var rows = csv("key,text\na,writing:3\n".replace(",", delimiter));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).cells()).isEqualTo(Map.of("key", "a", "text", "writing:3"));
    }

    @Test
    void emptyRowsCountButAreNone() throws IOException {
        var rows = csv("\uFEFFkey,text\r\n\r\na,x\r\n,\r\nb\r\n");

        assertThat(rows.stream().map(Row::number)).containsExactly(3, 5);
        assertThat(rows.get(1).has("text")).isTrue();
        assertThat(rows.get(0).has("count"))
                .as("a column that the file does not have")
                .isFalse();
    }

    private void assertUnreadable(String text, Integer row, String column, String message) {
        assertThatThrownBy(() -> csv(text)).isInstanceOfSatisfying(UnreadableTableException.class, e -> {
            assertThat(e.slug()).isEqualTo("unreadable-table");
            assertThat(e.extensions().get("row")).isEqualTo(row);
            assertThat(e.extensions().get("column")).isEqualTo(column);
            assertThat(e.violations())
                    .extracting(Violation::field)
                    .containsExactly("rows[%d]".formatted(row) + (column == null ? "" : "." + column));
            assertThat(e.getMessage()).contains(message);
        });
    }

    @Test
    void refusesWrongColumns() {
        assertUnreadable("key,colour\na,b\n", 1, "colour", "unknown column; known are count, day, flag, key");
        assertUnreadable("text\na\n", 1, "key", "the column is missing");
        assertUnreadable("key,text,text\na,b,c\n", 1, "text", "twice");
        assertUnreadable("key,,text\na,b,c\n", 1, "", "unknown column");
        assertUnreadable("", 1, null, "no header");
        assertUnreadable("key\n", 2, null, "no row");
    }

    @Test
    void refusesRowsThatDoNotFitTheHeader() {
        assertUnreadable("key,text\na,b\na,b,c\n", 3, null, "has 3 cells, the header has 2");
        assertUnreadable("key,text\na,\"b\n", 2, null, "quotation mark");
        assertUnreadable("key,text\na,\"" + "b".repeat(2_000_000), 2, null, "quotation mark");
        assertUnreadable("key,text\na," + "b".repeat(32_768) + "\n", 2, "text", "more than 32,767 characters");
        assertUnreadable("key,text\na,b\0c\n", 2, "text", "cannot be kept");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        var gbk = "key,text\na,b\nc,中文\n".getBytes(Charset.forName("GBK"));

        assertThatThrownBy(() -> read(FileFormat.CSV, gbk))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> read(FileFormat.CSV, "key\na\n".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(UnreadableTableException.class);
    }

    @Test
    void refusesOneRowTooMany() {
        assertThatThrownBy(() -> read(FileFormat.CSV, "key\na\nb\nc\n".getBytes(StandardCharsets.UTF_8), 2))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.slug()).isEqualTo("table-too-large"))
                .hasMessageContaining("2 rows");
    }

    @Test
    void readsWorkbooksAsPeopleMakeThem() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Somebody", "1.0")) {
            var sheet = workbook.newWorksheet("tasks");
            var header = List.of("key", "text", "count", "share", "day", "flag");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(2, 0, "shared");
            sheet.value(2, 1, 2026);
            sheet.value(2, 2, 12.0);
            sheet.value(2, 3, "0.5");
            sheet.value(2, 4, "2026-12-31");
            sheet.value(2, 5, "TRUE");
        }

        var rows = read(FileFormat.XLSX, out.toByteArray());

        assertThat(rows).hasSize(1);
        var row = rows.get(0);
        assertThat(row.number()).isEqualTo(3);
        assertThat(row.text("text")).isEqualTo("2026");
        assertThat(row.whole("count")).isEqualTo(12);
        assertThat(row.number("share")).isEqualByComparingTo("0.5");
        assertThat(row.date("day")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(row.flag("flag")).isTrue();
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        assertThatThrownBy(() -> read(FileFormat.XLSX, "key\na\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("no workbook");
        assertThatThrownBy(() -> read(FileFormat.XLSX, zip("a", 10)))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("no workbook");
    }

    @Test
    void refusesAZipBomb() {
        assertThatThrownBy(() -> read(FileFormat.XLSX, zip("xl/worksheets/sheet1.xml", 600 << 20)))
                .isInstanceOf(TableTooLargeException.class);
        assertThatThrownBy(() -> read(FileFormat.XLSX, zip("xl/sharedStrings.xml", 70 << 20)))
                .isInstanceOf(TableTooLargeException.class);
    }

    /** A file of zeros. */
    private static byte[] zip(String name, int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            var zeros = new byte[1 << 20];
            for (int left = size; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, Math.min(left, zeros.length));
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @Test
    void tellsWhatIsWrongWithACell() {
        var required = COLUMNS.get(0);
        assertThat(required.complaint(" ")).isEqualTo("is required");
        assertThat(COLUMNS.get(2).complaint("1.5")).isEqualTo("is not a whole number");
        assertThat(COLUMNS.get(2).complaint("99999999999")).isEqualTo("is not a whole number");
        assertThat(COLUMNS.get(3).complaint("much")).isEqualTo("is not a number");
        assertThat(COLUMNS.get(3).complaint("1e999999999")).isEqualTo("is not a number");
        assertThat(COLUMNS.get(4).complaint("31.12.2026")).isEqualTo("is not a date (2026-12-31)");
        assertThat(COLUMNS.get(5).complaint("maybe")).isEqualTo("must be true or false");
        assertThat(COLUMNS.get(5).complaint("")).isNull();
    }
}
