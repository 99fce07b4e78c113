package org.fengong.benchmarks.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pgbench script that runs what a call has run. What two recordings of the same call have in common is constant; an id
 * or a key that differs gets a new value in each transaction, the same wherever it stood.
 *
 * @param text of the script
 * @param constants values of the variables of the script
 */
record Script(String text, Map<String, String> constants) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final long MOST = 1L << 47;

    /**
     * @param key what the calls have used as keys begins with this
     * @throws IllegalArgumentException when the recordings are not of the same statements
     */
    static Script of(List<Statement> first, List<Statement> second, String key) {
        if (!sql(first).equals(sql(second))) {
            throw new IllegalArgumentException("The two calls have run different statements.");
        }
        Map<String, String> constants = new LinkedHashMap<>();
        Map<String, String> fresh = new HashMap<>();
        List<String> draws = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            List<String> now = first.get(i).parameters();
            List<String> then = second.get(i).parameters();
            lines.add(PLACEHOLDER.matcher(first.get(i).sql().replace('\n', ' ')).replaceAll(placeholder -> {
                        int at = Integer.parseInt(placeholder.group(1)) - 1;
                        String value = now.get(at);
                        if (value == null) {
                            return "NULL";
                        }
                        boolean varies = !Objects.equals(value, then.get(at));
                        if (varies && UUID.matcher(value).matches()) {
                            return Matcher.quoteReplacement(
                                    "('00000000-0000-7000-8000-' || lpad(to_hex(:%s::bigint), 12, '0'))::uuid"
                                            .formatted(fresh.computeIfAbsent(value, id -> draw(draws))));
                        }
                        if (varies && value.startsWith(key)) {
                            return Matcher.quoteReplacement("'%s' || (:%s::bigint)::text"
                                    .formatted(key, fresh.computeIfAbsent(value, id -> draw(draws))));
                        }
                        String variable = "p" + (constants.size() + 1);
                        constants.put(variable, value);
                        return ":" + variable;
                    })
                    + ";");
        }
        draws.addAll(lines);
        return new Script(String.join("\n", draws) + "\n", constants);
    }

    int statements() {
        return (int) text.lines().filter(line -> line.endsWith(";")).count();
    }

    private static String draw(List<String> draws) {
        String variable = "r" + (draws.size() + 1);
        draws.add("\\set " + variable + " random(1, " + MOST + ")");
        return variable;
    }

    private static List<String> sql(List<Statement> statements) {
        return statements.stream().map(Statement::sql).toList();
    }
}
