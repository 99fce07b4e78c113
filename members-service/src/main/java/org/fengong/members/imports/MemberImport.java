package org.fengong.members.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fengong.members.department.Departments;
import org.fengong.members.member.ManyMembers;
import org.fengong.platform.imports.Chunk;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Column.Type;
import org.fengong.platform.imports.ImportKind;
import org.fengong.platform.imports.Importer;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.ItemJudge;
import org.fengong.platform.imports.Row;

/** Takes the profiles of members in; skills, interests, patterns and absences stay as they are. */
@ApplicationScoped
class MemberImport implements ImportKind {
    static final List<Column> COLUMNS = List.of(
            Column.required("key", Type.TEXT, "Key of the member, unique."),
            Column.optional("displayName", Type.TEXT, "Needed for a new member."),
            Column.optional("email", Type.TEXT, "Needed for a new member."),
            Column.optional("locale", Type.TEXT, "BCP 47, such as zh-TW; needed for a new member."),
            Column.optional("timeZone", Type.TEXT, "IANA name, such as Asia/Taipei; needed for a new member."),
            Column.optional("occupation", Type.TEXT, "What the member does."),
            Column.optional("department", Type.TEXT, "Key of the department; needed for a new member."),
            Column.optional("joinedOn", Type.DATE, "First day in the company."),
            Column.optional("leftOn", Type.DATE, "Last day in the company; not for a new member."),
            Column.optional(
                    "availabilityFactor", Type.NUMBER, "Share of the working time for planned work; empty: 1."));

    /** Texts that are named as their fields. */
    private static final List<String> TEXTS =
            List.of("displayName", "email", "locale", "timeZone", "occupation", "joinedOn", "leftOn");

    private final Departments departments;
    private final ManyMembers members;
    private final ItemJudge itemJudge;
    private final ObjectMapper mapper;

    MemberImport(Departments departments, ManyMembers members, ItemJudge itemJudge, ObjectMapper mapper) {
        this.departments = departments;
        this.members = members;
        this.itemJudge = itemJudge;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public String description() {
        return "Profiles of members, a row for each.";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> keyColumns() {
        return List.of("key");
    }

    @Override
    public boolean isFor(Importer importer) {
        return importer.everyTeam();
    }

    @Override
    public String columnOf(String field) {
        return field.equals("departmentId") ? "department" : field;
    }

    @Override
    public void take(List<Item> items, Chunk chunk) {
        var departmentIds = departments.idsByKey(items.stream()
                .map(item -> item.first().key("department"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var known = members.find(items.stream().map(Item::key).collect(Collectors.toSet()), chunk.stores());
        var changes = itemJudge.judge(items, item -> judge(item, known.get(item.key()), departmentIds));
        if (chunk.stores()) {
            members.store(changes, chunk.importer().actor());
        }
    }

    private Optional<ManyMembers.Change> judge(
            Item item, ManyMembers.Known known, Map<String, java.util.UUID> departmentIds) {
        var row = item.first();
        if (known == null && row.text("leftOn") != null) {
            item.refuse(row, "leftOn", "a new member has not left");
        }
        var patch = patch(row);
        var department = row.key("department");
        if (row.has("department")) {
            if (department != null && !departmentIds.containsKey(department)) {
                item.refuse(row, "department", "unknown department " + department);
            }
            patch.put(
                    "departmentId", department == null ? null : Objects.toString(departmentIds.get(department), null));
        }
        if (item.isRefused()) {
            return Optional.empty();
        }
        var change = members.judge(known, patch);
        item.accept(change.isNew(), change.changes());
        return Optional.of(change);
    }

    private ObjectNode patch(Row row) {
        var patch = mapper.createObjectNode().put("key", row.key("key"));
        TEXTS.stream().filter(row::has).forEach(column -> patch.put(column, row.text(column)));
        if (row.has("availabilityFactor")) {
            var factor = row.number("availabilityFactor");
            patch.put("availabilityFactor", factor == null ? BigDecimal.ONE : factor);
        }
        return patch;
    }
}
