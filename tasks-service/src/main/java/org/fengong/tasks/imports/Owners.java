package org.fengong.tasks.imports;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Members in cells, by key or id. */
final class Owners {
    static final String UNKNOWN = "unknown owner; it is the key or id of a member of the team";

    private Owners() {}

    /**
     * Null for nobody and for what is neither.
     *
     * @param cell null when it is empty
     * @param members by key
     */
    static UUID named(String cell, Map<String, UUID> members) {
        if (cell == null) {
            return null;
        }
        if (members.containsKey(cell)) {
            return members.get(cell);
        }
        try {
            return UUID.fromString(cell);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The key, or the id of whom no key is known. */
    static String written(UUID ownerId, Map<UUID, String> keys) {
        return ownerId == null ? null : keys.getOrDefault(ownerId, Objects.toString(ownerId));
    }
}
