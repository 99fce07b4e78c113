package org.fengong.tasks.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fengong.tasks.task.SkillRequirement;

/** Skills that a role asks for, in a cell: {@code copywriting:3;photography:2?*3}. */
final class Skills {
    private static final Pattern ONE = Pattern.compile("([a-z0-9-]+):(\\d{1,3})(\\?)?(?:\\*(\\d{1,3}))?");

    record Named(String skill, int minLevel, boolean mandatory, int weight) {}

    private Skills() {}

    /** What cannot be read is passed over; see {@link #complaint}. */
    static List<Named> read(String cell) {
        var named = new ArrayList<Named>();
        for (var part : parts(cell)) {
            var match = ONE.matcher(part);
            if (match.matches()) {
                named.add(new Named(
                        match.group(1),
                        Integer.parseInt(match.group(2)),
                        match.group(3) == null,
                        match.group(4) == null ? 1 : Integer.parseInt(match.group(4))));
            }
        }
        return named;
    }

    /** Null when all of the cell can be read. */
    static String complaint(String cell) {
        return parts(cell).stream()
                .filter(part -> !ONE.matcher(part).matches())
                .findFirst()
                .map(part -> "cannot read %s; write key:level".formatted(part))
                .orElse(null);
    }

    static String written(List<SkillRequirement> skills, Map<UUID, String> keys) {
        return skills.stream()
                .map(skill -> keys.get(skill.skillId())
                        + ":"
                        + skill.minLevel()
                        + (skill.mandatory() ? "" : "?")
                        + (skill.weight() == 1 ? "" : "*" + skill.weight()))
                .collect(Collectors.joining(";"));
    }

    private static List<String> parts(String cell) {
        return cell == null
                ? List.of()
                : List.of(cell.split(";")).stream()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
