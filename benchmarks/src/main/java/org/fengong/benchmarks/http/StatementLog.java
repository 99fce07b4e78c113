package org.fengong.benchmarks.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a PostgreSQL server has logged with {@code log_statement = all} and {@link #PREFIX}: what each backend has
 * run, in order.
 */
final class StatementLog {
    /** Process id and database before each entry. */
    static final String PREFIX = "<%p|%d> ";

    private static final Pattern ENTRY = Pattern.compile("^<(\\d+)\\|([^>]*)> (LOG|DETAIL): {2}(.*)$", Pattern.DOTALL);
    /** BEGIN comes by itself; the empty statement by which a pool tries its connection is none. */
    private static final Pattern EXECUTE = Pattern.compile("^(?:execute [^:]+|statement): (.+)$", Pattern.DOTALL);

    private static final Pattern PARAMETER =
            Pattern.compile("\\$\\d+ = (NULL|'((?:[^']|'')*)')(?:, |$)", Pattern.DOTALL);

    private StatementLog() {}

    /** @return statements by backend */
    static Map<Long, List<Statement>> read(String log, String database) {
        Map<Long, List<Statement>> byBackend = new LinkedHashMap<>();
        for (String text : entries(log)) {
            Matcher entry = ENTRY.matcher(text);
            if (!entry.matches() || !entry.group(2).equals(database)) {
                continue;
            }
            List<Statement> statements =
                    byBackend.computeIfAbsent(Long.valueOf(entry.group(1)), backend -> new ArrayList<>());
            String message = entry.group(4);
            Matcher execute = EXECUTE.matcher(message);
            if (entry.group(3).equals("LOG") && execute.matches()) {
                statements.add(new Statement(execute.group(1), List.of()));
            } else if (entry.group(3).equals("DETAIL") && !statements.isEmpty()) {
                Statement last = statements.remove(statements.size() - 1);
                statements.add(new Statement(last.sql(), parameters(message)));
            }
        }
        return byBackend;
    }

    /** The server puts a tab before each further line of an entry. */
    private static List<String> entries(String log) {
        List<String> entries = new ArrayList<>();
        for (String line : log.split("\n")) {
            if (line.startsWith("\t") && !entries.isEmpty()) {
                entries.set(entries.size() - 1, entries.get(entries.size() - 1) + "\n" + line.substring(1));
            } else {
                entries.add(line);
            }
        }
        return entries;
    }

    /** Collected in a list that takes null. */
    private static List<String> parameters(String detail) {
        List<String> parameters = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            parameters.add(
                    parameter.group(2) == null ? null : parameter.group(2).replace("''", "'"));
        }
        return parameters;
    }
}
