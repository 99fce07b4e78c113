package org.fengong.platform.imports;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** A table that is sent as a file. */
public final class Export {
    /** Writes the rows below the header. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(TableWriter table) throws IOException;
    }

    private Export() {}

    /**
     * The answer to who asked for it. Of a {@code RestResponse} with one of several media types the framework would write
     * what its {@code toString} says.
     *
     * @param kind as it is imported; names the sheet
     * @param name of the file, of letters, digits and hyphens
     */
    public static Response answer(FileFormat format, String kind, String name, List<Column> columns, Rows rows) {
        return Response.ok(written(format, kind, columns, rows))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\""
                                .formatted(name, format.name().toLowerCase(Locale.ROOT)))
                .build();
    }

    /** Through a temporary file, which is gone when it has been read: who asks gets all of it or an error. */
    private static InputStream written(FileFormat format, String kind, List<Column> columns, Rows rows) {
        try {
            var file = Files.createTempFile("fengong-export-", null);
            try {
                try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                        var table = format.open(out, kind, columns)) {
                    rows.writeTo(table);
                }
                return new BufferedInputStream(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
