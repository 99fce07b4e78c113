package org.fengong.platform.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.fengong.platform.history.ChangeResponse.FieldChange;

/** Finds the fields in which two states of a thing differ, as deep down as both have them. */
final class FieldChanges {
    private final List<FieldChange> found = new ArrayList<>();

    private FieldChanges() {}

    static List<FieldChange> between(JsonNode before, JsonNode after) {
        var changes = new FieldChanges();
        changes.compare("", before, after);
        return changes.found;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            var names = new LinkedHashSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(
                    name -> compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name)));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare("%s[%d]".formatted(path, i), before.path(i), after.path(i));
            }
        } else if (!same(before, after)) {
            found.add(new FieldChange(path, text(before), text(after)));
        }
    }

    /** Numbers are the same by value: 1 and 1.0 are no change. */
    private static boolean same(JsonNode before, JsonNode after) {
        return before.isNumber() && after.isNumber()
                ? before.decimalValue().compareTo(after.decimalValue()) == 0
                : before.equals(after);
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
