package org.fengong.platform.imports;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;

/** A table that is written while it is sent. */
public final class Export {
    /** Writes the rows below the header. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(TableWriter table) throws IOException;
    }

    private final FileFormat format;
    private final String sheet;
    private final List<Column> columns;
    private final Rows rows;

    private Export(FileFormat format, String sheet, List<Column> columns, Rows rows) {
        this.format = format;
        this.sheet = sheet;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The answer to who asked for it.
     *
     * @param kind as it is imported; names the sheet
     * @param name of the file, of letters, digits and hyphens
     */
    public static RestResponse<Export> answer(
            FileFormat format, String kind, String name, List<Column> columns, Rows rows) {
        return RestResponse.ResponseBuilder.ok(new Export(format, kind, columns, rows))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\""
                                .formatted(name, format.name().toLowerCase(Locale.ROOT)))
                .build();
    }

    void writeTo(OutputStream out) throws IOException {
        try (var table = format.open(out, sheet, columns)) {
            rows.writeTo(table);
        }
    }
}
