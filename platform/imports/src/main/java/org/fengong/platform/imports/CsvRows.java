package org.fengong.platform.imports;

import java.io.BufferedReader;
import java.io.File;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads UTF-8 text with or without a byte order mark; what stands between cells is seen from the header. */
final class CsvRows {
    static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 10_000;

    private CsvRows() {}

    static void read(File file, TableReader reader) throws IOException {
        var row = 0;
        // a new decoder reports what is no UTF-8 instead of replacing it
        try (var text = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file.toPath()), StandardCharsets.UTF_8.newDecoder()))) {
            skipMark(text);
            var format =
                    CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get();
            var bounded = new BoundedRows(text);
            try (var records = format.parse(bounded)) {
                for (CSVRecord line : records) {
                    bounded.nextRow();
                    row = (int) line.getRecordNumber();
                    reader.line(
                            row,
                            List.of(line.values()).stream()
                                    .map(CsvCells::asMeant)
                                    .toList());
                }
            }
            reader.end();
        } catch (CharacterCodingException e) {
            throw notUtf8(row);
        } catch (CSVException e) {
            throw broken(row);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? notUtf8(row) : broken(row);
        }
    }

    private static UnreadableTableException notUtf8(int row) {
        return new UnreadableTableException(row + 1, null, "it is not UTF-8 near this row; save it as \"CSV UTF-8\"");
    }

    private static UnreadableTableException broken(int row) {
        return new UnreadableTableException(row + 1, null, "a quotation mark is missing, or the row is too long");
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    /** Spreadsheet programs put a semicolon where the comma is for decimals. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var counts = new int[3];
        for (int i = 0, c = text.read(); i < LONGEST_HEADER - 1 && c >= 0 && c != '\n' && c != '\r'; i++) {
            counts[0] += c == ',' ? 1 : 0;
            counts[1] += c == ';' ? 1 : 0;
            counts[2] += c == '\t' ? 1 : 0;
            c = text.read();
        }
        text.reset();
        if (counts[0] >= counts[1] && counts[0] >= counts[2]) {
            return ',';
        }
        return counts[1] >= counts[2] ? ';' : '\t';
    }

    /** A row that never ends, for want of a quotation mark, must not fill the memory. */
    private static final class BoundedRows extends FilterReader {
        private static final int MAX_ROW_LENGTH = 1_000_000;
        private int length;

        BoundedRows(Reader in) {
            super(in);
        }

        void nextRow() {
            length = 0;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] buffer, int offset, int wanted) throws IOException {
            var got = super.read(buffer, offset, wanted);
            count(got);
            return got;
        }

        private void count(int characters) throws IOException {
            length += characters;
            if (length > MAX_ROW_LENGTH) {
                throw new CSVException("The row does not end");
            }
        }
    }
}
