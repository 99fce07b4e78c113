package org.fengong.platform.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which order the things of a file are taken: as they stand there, but each after the one that it follows. */
final class ItemOrder {
    private static final int ON_THE_WAY = -1;

    private final Map<String, Integer> items = new HashMap<>();
    private final List<String> followed = new ArrayList<>();
    private boolean changes;

    /** @param follows key of the one before it, null for none */
    void add(String key, String follows) {
        items.putIfAbsent(key, followed.size());
        followed.add(follows);
        changes |= follows != null && !items.containsKey(follows);
    }

    /** The place of each thing, from 1 on, in the order of the file; empty when they stay. In a circle they stay, too. */
    List<Integer> places() {
        if (!changes) {
            return List.of();
        }
        var places = new int[followed.size()];
        var placed = 0;
        for (int item = 0; item < places.length; item++) {
            var line = new ArrayDeque<Integer>();
            for (Integer at = item; at != null && places[at] == 0; at = items.get(followed.get(at))) {
                places[at] = ON_THE_WAY;
                line.push(at);
            }
            for (var at : line) {
                places[at] = ++placed;
            }
        }
        return java.util.Arrays.stream(places).boxed().toList();
    }
}
