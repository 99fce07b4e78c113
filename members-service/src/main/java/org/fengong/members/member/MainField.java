package org.fengong.members.member;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The field of work in which a member is at home (W1):
 *
 * <pre>
 * strength(f) = Σ over the held skills of field f of level²
 * main field  = the field with the greatest strength; of equals the first by key
 * </pre>
 *
 * Squares, so that one expert skill (25) weighs more than a handful of beginner's (1 each).
 */
final class MainField {
    private MainField() {}

    /** @param fields of the held skills by id; empty when nothing is held */
    static Optional<String> of(List<SkillLevel> held, Map<UUID, String> fields) {
        var strengths = new TreeMap<String, Integer>();
        held.forEach(
                skill -> strengths.merge(fields.get(skill.skillId()), skill.level() * skill.level(), Integer::sum));
        return strengths.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
