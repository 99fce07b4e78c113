package org.fengong.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Compares what clients were told with what is stored, told and known elsewhere; each method lists what does not fit. */
final class Checker {
    /**
     * A thing as a client was told of it or as a table has it.
     *
     * @param name the client's own name of it, which it sends once
     */
    record Thing(String name, UUID id) {}

    private Checker() {}

    /** Invariants 1 and 2: every acknowledged write is there exactly once, and nothing else is. */
    static List<String> exactlyOnce(Collection<Thing> acknowledged, Collection<Thing> stored) {
        var problems = new ArrayList<String>();
        var rows = stored.stream().collect(groupingBy(Thing::name));
        for (var write : acknowledged) {
            var found = rows.getOrDefault(write.name(), List.of());
            if (found.isEmpty()) {
                problems.add("lost: " + write);
            } else if (found.size() > 1) {
                problems.add("%d times there: %s".formatted(found.size(), write));
            } else if (!found.get(0).id().equals(write.id())) {
                problems.add("another one is there: %s instead of %s".formatted(found.get(0), write));
            }
        }
        var names = acknowledged.stream().map(Thing::name).collect(toSet());
        stored.stream().filter(row -> !names.contains(row.name())).forEach(row -> problems.add("nobody wrote: " + row));
        return problems;
    }

    /**
     * Invariant 3: each version of a row, from the first, was told on one of the topics, on none of them by two events,
     * in order, and nothing was told that is not stored.
     *
     * @param versions of the rows now, by id
     */
    static List<String> eachVersionToldOnce(Map<UUID, Long> versions, Collection<Event> records) {
        var events = distinct(records);
        var problems = repeated("event", events, Event::id);
        problems.addAll(repeated("version", events, event -> "%s %d".formatted(line(event), event.version())));
        events.stream().collect(groupingBy(Checker::line)).forEach((line, told) -> {
            var order = told.stream().map(Event::version).toList();
            if (!order.equals(order.stream().sorted().toList())) {
                problems.add("told out of order: %s %s".formatted(line, order));
            }
        });
        var told = events.stream().collect(groupingBy(event -> UUID.fromString(event.key())));
        versions.forEach((id, version) -> {
            var missing = LongStream.rangeClosed(1, version).boxed().collect(toCollection(TreeSet::new));
            var invented = new TreeSet<Long>();
            told.getOrDefault(id, List.of()).stream()
                    .map(Event::version)
                    .filter(known -> !missing.remove(known) && known > version)
                    .forEach(invented::add);
            if (!missing.isEmpty() || !invented.isEmpty()) {
                problems.add("%s in version %d: not told %s, told but not stored %s"
                        .formatted(id, version, missing, invented));
            }
        });
        told.keySet().stream()
                .filter(id -> !versions.containsKey(id))
                .forEach(id -> problems.add("told but not stored: " + id));
        return problems;
    }

    /**
     * The events of the records: one that was sent, but not yet known to be sent when its service was killed, is sent
     * again as it is, and consumers know it by its id.
     */
    static List<Event> distinct(Collection<Event> records) {
        return List.copyOf(new LinkedHashSet<>(records));
    }

    private static String line(Event event) {
        return event.topic() + " " + event.key();
    }

    /** Whatever has the same name twice. */
    static <T> List<String> repeated(String what, Collection<T> things, Function<T, String> name) {
        return things.stream().collect(groupingBy(name, counting())).entrySet().stream()
                .filter(found -> found.getValue() > 1)
                .map(found -> "%d times the %s %s".formatted(found.getValue(), what, found.getKey()))
                .collect(toCollection(ArrayList::new));
    }

    /** Invariant 4: a copy is what the history says. */
    static <K, V> List<String> same(String copy, Map<K, V> expected, Map<K, V> found) {
        var keys = new HashSet<>(expected.keySet());
        keys.addAll(found.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(expected.get(key), found.get(key)))
                .map(key -> "%s of %s is %s instead of %s".formatted(copy, key, found.get(key), expected.get(key)))
                .toList();
    }

    /** The last version that a topic tells of each of its keys. */
    static Map<UUID, Long> lastVersions(Collection<Event> events) {
        return events.stream().collect(toMap(event -> UUID.fromString(event.key()), Event::version, Math::max));
    }
}
