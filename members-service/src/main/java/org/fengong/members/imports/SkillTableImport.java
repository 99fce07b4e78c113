package org.fengong.members.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fengong.members.skill.ManySkills;
import org.fengong.platform.imports.Cells;
import org.fengong.platform.imports.Chunk;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Column.Type;
import org.fengong.platform.imports.ImportKind;
import org.fengong.platform.imports.Importer;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.ItemJudge;
import org.fengong.platform.imports.Row;

/** Takes the company's own skills in; parents and the keys that other catalogues have for them stay as they are. */
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
            Column.optional("aliasesZhCn", Type.TEXT, "The same in simplified Chinese."),
            Column.optional("escoUri", Type.TEXT, "Its address in the ESCO classification."));

    private static final Map<String, String> COLUMN_BY_FIELD = Map.of(
            "names", "nameEn",
            "names.en", "nameEn",
            "names.zhTw", "nameZhTw",
            "names.zhCn", "nameZhCn",
            "aliases.en", "aliasesEn",
            "aliases.zhTw", "aliasesZhTw",
            "aliases.zhCn", "aliasesZhCn");

    private final ManySkills skills;
    private final ItemJudge itemJudge;
    private final ObjectMapper mapper;

    SkillTableImport(ManySkills skills, ItemJudge itemJudge, ObjectMapper mapper) {
        this.skills = skills;
        this.itemJudge = itemJudge;
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
        var changes = itemJudge.judge(items, item -> {
            var change = skills.judge(known.get(item.key()), patch(item.first()));
            item.accept(change.isNew(), change.changes());
            return Optional.of(change);
        });
        if (chunk.stores()) {
            skills.store(changes, chunk.importer().actor());
        }
    }

    private ObjectNode patch(Row row) {
        var patch = mapper.createObjectNode();
        new Cells(row, patch).key("key", "key").key("field", "field").key("escoUri", "escoUri");
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
