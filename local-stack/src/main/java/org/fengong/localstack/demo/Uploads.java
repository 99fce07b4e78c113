package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengong.localstack.demo.csv.Sheet;

/** Sends files to the imports of the suite, as a user would, and keeps what became of their rows. */
final class Uploads {
    private static final int REFUSED_SHOWN = 20;

    private final Table table = new Table(
            Table.Column.text("File", 0),
            Table.Column.number("Rows"),
            Table.Column.number("Created"),
            Table.Column.number("Updated"),
            Table.Column.number("Unchanged"));

    /** @throws LoadException when the import refuses the file or a row of it; nothing of the file is stored then */
    void send(Api service, String path, String kind, Sheet sheet) {
        if (sheet.rows().isEmpty()) {
            return;
        }
        JsonNode job;
        try {
            job = service.upload(path + "?kind=" + kind, sheet.csv());
        } catch (Api.RefusedException e) {
            throw new LoadException(sheet.file(), e.problem());
        }
        while (job.path("status").asText().matches("CHECKING|STORING")) {
            Api.pause();
            job = service.get(path + "/" + id(job));
        }
        if (!job.path("status").asText().equals("COMPLETED")) {
            throw new LoadException(
                    sheet.file(),
                    refused(service.list(
                            path + "/" + id(job) + "/rows", Map.of("status", "REFUSED", "limit", REFUSED_SHOWN))));
        }
        table.row(
                sheet.file(),
                job.path("rows").asText(),
                job.path("created").asText(),
                job.path("updated").asText(),
                job.path("unchanged").asText());
    }

    Table table() {
        return table;
    }

    private static String refused(JsonNode rows) {
        return items(rows)
                .flatMap(row -> items(row.path("violations"))
                        .map(violation -> "row %s, column %s: %s"
                                .formatted(
                                        row.path("row").asText(),
                                        violation.path("field").asText(),
                                        violation.path("message").asText())))
                .limit(REFUSED_SHOWN)
                .collect(Collectors.joining("\n    ", "\n    ", ""));
    }
}
