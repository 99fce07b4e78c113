package org.fengong.platform.imports;

import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Under which conditions items are taken.
 *
 * @param stores whether they are stored, else only judged
 */
public record Chunk(Importer importer, boolean stores, UnaryOperator<Set<String>> earlier) {
    /** Those of the keys that items of earlier chunks have and that were not refused, though they may not be stored yet. */
    public Set<String> acceptedEarlier(Collection<String> keys) {
        return keys.isEmpty() ? Set.of() : earlier.apply(Set.copyOf(keys));
    }
}
