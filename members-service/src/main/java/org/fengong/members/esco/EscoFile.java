package org.fengong.members.esco;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;

/**
 * A CSV file with one header row: UTF-8, comma separated (RFC 4180). What is wrong with its rows is collected, so that
 * one answer names all of it.
 */
public final class EscoFile {
    public static final String MEDIA_TYPE = "text/csv";
    public static final int MAX_LENGTH = 1_000_000;
    public static final int MAX_ROWS = 5_000;
    private static final int MOST_FAULTS = 100;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private final List<EscoRow> rows = new ArrayList<>();
    private final List<Violation> faults = new ArrayList<>();

    private EscoFile() {}

    /**
     * @param required columns that the file must have
     * @param optional columns that it may have
     * @throws InvalidRequestException when it is no such file: another encoding, other columns, an open quote, no row
     */
    public static EscoFile read(String csv, Set<String> required, Set<String> optional) {
        if (csv.indexOf('\0') >= 0 || csv.indexOf('\uFFFD') >= 0) {
            throw invalid("", "is no text in UTF-8");
        }
        var file = new EscoFile();
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (var parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            requireColumns(parser.getHeaderNames(), required, optional);
            for (var cells : parser) {
                file.take(cells, parser.getHeaderNames().size());
            }
        } catch (CSVException | UncheckedIOException e) {
            throw invalid("", "is no CSV: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw invalid("", "the header row is not valid: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.rows.isEmpty()) {
            throw invalid("rows", "the file has no row but the header");
        }
        return file;
    }

    private static void requireColumns(List<String> header, Set<String> required, Set<String> optional) {
        var violations = new ArrayList<Violation>();
        required.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> violations.add(Violation.inBody(column, "the file has no such column")));
        var known = new LinkedHashSet<>(required);
        known.addAll(optional);
        header.stream()
                .filter(column -> !known.contains(column))
                .forEach(column -> violations.add(
                        Violation.inBody(column, "unknown column; known are " + String.join(", ", known))));
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }

    private void take(CSVRecord cells, int columns) {
        var row = new EscoRow(this, rows.size(), cells);
        if (rows.size() == MAX_ROWS) {
            throw invalid("rows", "the file has more than %d rows; split it".formatted(MAX_ROWS));
        }
        rows.add(row);
        if (cells.size() != columns) {
            row.fault(null, "has %d cells where the header has %d".formatted(cells.size(), columns));
        }
    }

    public List<EscoRow> rows() {
        return rows;
    }

    void fault(Violation fault) {
        faults.add(fault);
    }

    /** @throws ImportRefusedException when anything is wrong with a row */
    public void requireSound() {
        if (!faults.isEmpty()) {
            throw new ImportRefusedException(faults.size(), faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
        }
    }

    private static InvalidRequestException invalid(String field, String message) {
        return new InvalidRequestException(Violation.inBody(field, message));
    }
}
