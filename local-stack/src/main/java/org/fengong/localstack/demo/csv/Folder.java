package org.fengong.localstack.demo.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;

/** Where the files are: the sample inside the program, or a folder of the user's. */
public final class Folder {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** Opens a file of the folder; null when there is none. */
    private interface Opening {
        InputStream open(String file) throws IOException;
    }

    private final String name;
    private final Opening opening;

    private Folder(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    public static Folder sample() {
        return new Folder("the sample", file -> Folder.class.getResourceAsStream("/sample/" + file));
    }

    public static Folder of(Path folder) {
        return new Folder(
                folder.toString(),
                file -> Files.exists(folder.resolve(file)) ? Files.newInputStream(folder.resolve(file)) : null);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * The rows of a file; none, with a fault, when it cannot be read.
     *
     * @param required columns that must be there
     * @param others columns that may be there
     */
    List<Row> rows(String file, Set<String> required, Set<String> others, Faults faults) {
        try (var content = opening.open(file)) {
            if (content == null) {
                faults.add(file, "there is no such file");
                return List.of();
            }
            return parse(
                    file,
                    new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()),
                    required,
                    others,
                    faults);
        } catch (MalformedInputException e) {
            faults.add(file, "is not UTF-8 text; save it as \"CSV UTF-8\"");
        } catch (IllegalArgumentException | UncheckedIOException e) {
            faults.add(file, "is no comma-separated file: " + e.getMessage());
        } catch (IOException e) {
            faults.add(file, "cannot be read: " + e.getMessage());
        }
        return List.of();
    }

    /** As {@link #rows}, for a file that need not be there. */
    List<Row> rowsIfPresent(String file, Set<String> required, Set<String> others, Faults faults) {
        try (var content = opening.open(file)) {
            return content == null ? List.of() : rows(file, required, others, faults);
        } catch (IOException e) {
            faults.add(file, "cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private static List<Row> parse(String file, Reader content, Set<String> required, Set<String> others, Faults faults)
            throws IOException {
        var reader = new BufferedReader(content);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        try (var parser = FORMAT.parse(reader)) {
            var columns = parser.getHeaderMap().keySet();
            var missing = new TreeSet<>(required);
            missing.removeAll(columns);
            if (!missing.isEmpty()) {
                faults.add(
                        file,
                        "the first row must name the columns, separated by commas; missing: "
                                + String.join(", ", missing));
                return List.of();
            }
            columns.stream()
                    .filter(column -> !required.contains(column) && !others.contains(column))
                    .forEach(column -> faults.add(file, "there is no column \"%s\" in this form".formatted(column)));
            var rows = new ArrayList<Row>();
            for (var cells : parser) {
                rows.add(new Row(file, parser.getCurrentLineNumber(), cells.toMap(), faults));
            }
            return rows;
        }
    }
}
