package org.fengong.platform.imports;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to who wants a table as a file: it is written while it is sent. */
public final class ExportAnswer {
    /** Writes the rows below the header. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(TableWriter table) throws IOException;
    }

    private ExportAnswer() {}

    /** @param name of the file and the sheet, of letters, digits and hyphens */
    public static RestResponse<StreamingOutput> of(FileFormat format, String name, List<Column> columns, Rows rows) {
        StreamingOutput body = out -> {
            try (var table = format.open(out, name, columns)) {
                rows.writeTo(table);
            }
        };
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\""
                                .formatted(name, format.name().toLowerCase(Locale.ROOT)))
                .build();
    }
}
