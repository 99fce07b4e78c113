package org.fengong.platform.imports;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;

/** The forms in which a table comes and goes. */
@Schema(hidden = true)
public enum FileFormat {
    CSV(FileFormat.TEXT_CSV) {
        @Override
        void read(File file, TableReader reader) throws IOException {
            CsvRows.read(file, reader);
        }

        @Override
        TableWriter open(OutputStream out, String name, List<Column> columns) throws IOException {
            return new CsvWriter(out, columns);
        }
    },
    XLSX(FileFormat.WORKBOOK) {
        @Override
        void read(File file, TableReader reader) throws IOException {
            WorkbookRows.read(file, reader);
        }

        @Override
        TableWriter open(OutputStream out, String name, List<Column> columns) {
            return new WorkbookWriter(out, name, columns);
        }
    };

    public static final String TEXT_CSV = "text/csv";
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @throws UnreadableTableException for what is no such file, or breaks a limit of {@code reader} */
    abstract void read(File file, TableReader reader) throws IOException;

    /** Writes the header; closing ends the file, not the stream. */
    abstract TableWriter open(OutputStream out, String name, List<Column> columns) throws IOException;

    public String mediaType() {
        return mediaType;
    }

    /**
     * @param name {@code csv} or {@code xlsx}; null for the first
     * @throws InvalidRequestException for any other
     */
    public static FileFormat named(String name) {
        for (var format : values()) {
            if (name == null || format.name().toLowerCase(java.util.Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw new InvalidRequestException(Violation.inQuery("format", "must be csv or xlsx"));
    }
}
