package org.fengong.benchmarks.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final Pattern CHILDREN = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

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
        // The shell tells the processor's time of the children that have ended.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "pgbench \"$@\" && times", "pgbench"));
        command.addAll(List.of("--no-vacuum", "--protocol=prepared", "--file=" + file, "--time=" + seconds));
        command.addAll(List.of("--client=" + connections, "--jobs=1", "--host=127.0.0.1", "--port=" + database.port()));
        command.add("--username=" + database.user());
        script.constants().forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.add(database.name());
        double serverBegin = database.serverSeconds();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        double serverSeconds = database.serverSeconds() - serverBegin;
        Matcher done = DONE.matcher(output);
        Matcher children = CHILDREN.matcher(output);
        if (code != 0 || FAILED.matcher(output).find() || !done.find() || !children.find()) {
            throw new IllegalStateException("pgbench has failed:\n" + output);
        }
        return new Measurement(
                Long.parseLong(done.group(1)),
                seconds,
                seconds(children.group(1), children.group(2)) + seconds(children.group(3), children.group(4)),
                serverSeconds);
    }

    private static double seconds(String minutes, String seconds) {
        return 60 * Integer.parseInt(minutes) + Double.parseDouble(seconds);
    }
}
