package org.fengong.members.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengong.members.skill.ManySkills;
import org.fengong.platform.imports.Cells;
import org.fengong.platform.imports.Chunk;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Column.Type;
import org.fengong.platform.imports.ImportKind;
import org.fengong.platform.imports.Importer;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.Row;
import org.fengong.platform.problem.ExceptionTranslator;

/** Takes the company's own skills in; parents and what other catalogues call them stay as they are. */
@ApplicationScoped
class SkillTableImport implements ImportKind {
    static final List<Column> COLUMNS = List.of(
            Column.required("key", Type.TEXT, "Key of the skill, unique."),
            Column.optional("nameEn", Type.TEXT, "Needed for a new skill."),
            Column.optional("nameZhTw", Type.TEXT, "Traditional Chinese; empty: English stands in."),
            Column.optional("nameZhCn", Type.TEXT, "Simplified Chinese; empty: English stands in."),
            Column.optional(
                    "field", Type.TEXT, "Key of the field of work, a new one joins the list; needed for a new skill."),
            Column.optional("aliasesEn", Type.TEXT, "Other words for it, with a semicolon between."),
            Column.optional("aliasesZhTw", Type.TEXT, "The same in traditional Chinese."),
            Column.optional("aliasesZhCn", Type.TEXT, "The same in simplified Chinese."));

    private static final Map<String, String> COLUMN_BY_FIELD = Map.of(
            "names", "nameEn",
            "names.en", "nameEn",
            "names.zhTw", "nameZhTw",
            "names.zhCn", "nameZhCn",
            "aliases.en", "aliasesEn",
            "aliases.zhTw", "aliasesZhTw",
            "aliases.zhCn", "aliasesZhCn");

    private final ManySkills skills;
    private final ExceptionTranslator translator;
    private final ObjectMapper mapper;

    SkillTableImport(ManySkills skills, ExceptionTranslator translator, ObjectMapper mapper) {
        this.skills = skills;
        this.translator = translator;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "skills";
    }

    @Override
    public String description() {
        return "Skills of the catalogue with their names and other words for them, a row for each.";
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
        return COLUMN_BY_FIELD.getOrDefault(field, field);
    }

    @Override
    public void take(List<Item> items, Chunk chunk) {
        var known = skills.find(items.stream().map(Item::key).collect(Collectors.toSet()), chunk.stores());
        var changes = new ArrayList<ManySkills.Change>();
        for (var item : items) {
            try {
                var change = skills.judge(known.get(item.key()), patch(item.first()));
                if (change.isNew()) {
                    item.created();
                } else if (change.changes()) {
                    item.updated();
                } else {
                    item.unchanged();
                }
                changes.add(change);
            } catch (RuntimeException e) {
                item.refuse(translator.translate(e).orElseThrow(() -> e));
            }
        }
        if (chunk.stores()) {
            skills.store(changes, chunk.importer().actor());
        }
    }

    private ObjectNode patch(Row row) {
        var patch = mapper.createObjectNode();
        new Cells(row, patch).key("key", "key").key("field", "field");
        new Cells(row, patch.putObject("names"))
                .text("nameEn", "en")
                .text("nameZhTw", "zh-TW")
                .text("nameZhCn", "zh-CN");
        new Cells(row, patch.putObject("aliases"))
                .list("aliasesEn", "en")
                .list("aliasesZhTw", "zh-TW")
                .list("aliasesZhCn", "zh-CN");
        return patch;
    }
}
