package org.fengong.benchmarks.http;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets psql copy rows of tables into files, and from there into the same tables again. */
final class Copy {
    private final Database database;
    private final Path folder;

    Copy(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /**
     * Into a file for each table.
     *
     * @param queries by table, of its own columns
     */
    void out(Map<String, String> queries) throws IOException, InterruptedException {
        List<String> copies = new ArrayList<>();
        queries.forEach((table, query) -> copies.add("\\copy (%s) to '%s'".formatted(query, file(table))));
        psql(copies);
    }

    /** From the files of {@link #out}, all in one transaction. */
    Measurement in(List<String> tables, int rows) throws IOException, SQLException, InterruptedException {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String table : tables) {
            columns.put(table, database.columns(table));
        }
        List<String> copies = new ArrayList<>();
        columns.forEach((table, names) -> copies.add("\\copy %s (%s) from '%s'".formatted(table, names, file(table))));
        double serverBegin = database.serverSeconds();
        long begin = System.nanoTime();
        Command psql = psql(copies);
        double seconds = (System.nanoTime() - begin) / 1e9;
        database.awaitEndOfSessions();
        return new Measurement(rows, seconds, psql.seconds(), database.serverSeconds() - serverBegin);
    }

    private Command psql(List<String> copies) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("psql", "--no-psqlrc", "--quiet", "--single-transaction"));
        command.addAll(List.of("--set=ON_ERROR_STOP=1", "--host=127.0.0.1", "--port=" + database.port()));
        command.addAll(List.of("--username=" + database.user(), "--dbname=" + database.name()));
        copies.forEach(copy -> command.add("--command=" + copy));
        return Command.run(command);
    }

    private Path file(String table) {
        return folder.resolve(table + ".copy");
    }
}
