package org.fengong.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs PostgreSQL's own benchmark on a script. */
final class PgBench {
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([1-9]\\d*)");

    private final Database database;
    private final int connections;

    PgBench(Database database, int connections) {
        this.database = database;
        this.connections = connections;
    }

    /** @throws IllegalStateException when there is none on this machine */
    static void require() throws IOException, InterruptedException {
        try {
            new ProcessBuilder("pgbench", "--version").start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "pgbench was not found. It comes with PostgreSQL (Debian: apt install postgresql).", e);
        }
    }

    /** @param file where the script is written; it stays for whoever wants to look */
    Measurement run(Script script, int seconds, Path file) throws IOException, InterruptedException {
        Files.writeString(file, script.text());
        List<String> command = new ArrayList<>(List.of("pgbench"));
        command.addAll(List.of("--no-vacuum", "--protocol=prepared", "--file=" + file, "--time=" + seconds));
        command.addAll(List.of("--client=" + connections, "--jobs=1", "--host=127.0.0.1", "--port=" + database.port()));
        command.add("--username=" + database.user());
        script.constants().forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.add(database.name());
        double serverBegin = database.serverSeconds();
        Command pgbench = Command.run(command);
        double serverSeconds = database.serverSeconds() - serverBegin;
        Matcher done = DONE.matcher(pgbench.output());
        if (FAILED.matcher(pgbench.output()).find() || !done.find()) {
            throw new IllegalStateException("pgbench has failed:\n" + pgbench.output());
        }
        return new Measurement(Long.parseLong(done.group(1)), seconds, pgbench.seconds(), serverSeconds);
    }
}
