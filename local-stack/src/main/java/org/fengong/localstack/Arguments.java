package org.fengong.localstack;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of one command. */
record Arguments(Set<String> switches, Map<String, String> values) {
    /**
     * @param switches options without a value
     * @param valued options with a value: {@code --role admin} or {@code --role=admin}
     * @throws UsageException when a word is none of them
     */
    static Arguments parse(List<String> words, Set<String> switches, Collection<String> valued) {
        var given = new HashSet<String>();
        var values = new HashMap<String, String>();
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            var parts = word.split("=", 2);
            var name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (switches.contains(name) && parts.length == 1) {
                given.add(name);
            } else if (!valued.contains(name)) {
                throw new UsageException("Unknown option " + word + ".");
            } else if (parts.length == 2) {
                values.put(name, parts[1]);
            } else if (rest.hasNext()) {
                values.put(name, rest.next());
            } else {
                throw new UsageException("--" + name + " needs a value.");
            }
        }
        return new Arguments(given, values);
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    /** Null when it is not given. */
    String value(String name) {
        return values.get(name);
    }
}
