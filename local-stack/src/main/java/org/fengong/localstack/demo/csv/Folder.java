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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Where the files are: the sample inside the program, or a folder of the user's. */
public final class Folder {
    private static final String SAMPLE = "the sample";
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
        return new Folder(SAMPLE, file -> Folder.class.getResourceAsStream("/sample/" + file));
    }

    public static Folder of(Path folder) {
        return new Folder(
                folder.toString(),
                file -> Files.exists(folder.resolve(file)) ? Files.newInputStream(folder.resolve(file)) : null);
    }

    /** Whether it is the one that comes with the program. */
    public boolean isSample() {
        return name.equals(SAMPLE);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A file of the folder; without rows, with a fault, when it cannot be read or is not there.
     *
     * @param required columns that must be there
     */
    Sheet sheet(String file, Set<String> required, Faults faults) {
        return read(file, required, faults).orElseGet(() -> {
            faults.add(file, "there is no such file");
            return empty(file);
        });
    }

    /** As {@link #sheet}, for a file that need not be there. */
    Sheet sheetIfPresent(String file, Set<String> required, Faults faults) {
        return read(file, required, faults).orElseGet(() -> empty(file));
    }

    /** Empty when there is no such file. */
    private Optional<Sheet> read(String file, Set<String> required, Faults faults) {
        try (var content = opening.open(file)) {
            return content == null
                    ? Optional.empty()
                    : Optional.of(parse(
                            file,
                            new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()),
                            required,
                            faults));
        } catch (MalformedInputException e) {
            faults.add(file, "is not UTF-8 text; save it as \"CSV UTF-8\"");
        } catch (IllegalArgumentException | UncheckedIOException e) {
            faults.add(file, "is no comma-separated file: " + e.getMessage());
        } catch (IOException e) {
            faults.add(file, "cannot be read: " + e.getMessage());
        }
        return Optional.of(empty(file));
    }

    private static Sheet empty(String file) {
        return new Sheet(file, List.of(), List.of());
    }

    private static Sheet parse(String file, Reader content, Set<String> required, Faults faults) throws IOException {
        var reader = new BufferedReader(content);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        try (var parser = FORMAT.parse(reader)) {
            var missing = new TreeSet<>(required);
            missing.removeAll(parser.getHeaderNames());
            if (!missing.isEmpty()) {
                faults.add(
                        file,
                        "the first row must name the columns, separated by commas; missing: "
                                + String.join(", ", missing));
            }
            return new Sheet(
                    file,
                    List.copyOf(parser.getHeaderNames()),
                    parser.stream().map(CSVRecord::toMap).toList());
        }
    }
}
