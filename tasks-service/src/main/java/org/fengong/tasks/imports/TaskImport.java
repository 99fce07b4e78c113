package org.fengong.tasks.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fengong.platform.imports.Chunk;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.ImportKind;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.ItemJudge;
import org.fengong.tasks.task.ManyTasks;

/** Takes tasks in; a task that is there already gets what the columns of the file say, its roles by their names. */
@ApplicationScoped
class TaskImport implements ImportKind {
    private final TaskReferenceLookup lookup;
    private final ManyTasks tasks;
    private final ItemJudge itemJudge;
    private final ObjectMapper mapper;

    TaskImport(TaskReferenceLookup lookup, ManyTasks tasks, ItemJudge itemJudge, ObjectMapper mapper) {
        this.lookup = lookup;
        this.tasks = tasks;
        this.itemJudge = itemJudge;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public String description() {
        return "Tasks of teams: a row for each role, those of one task below each other.";
    }

    @Override
    public List<Column> columns() {
        return TaskTable.ALL;
    }

    @Override
    public List<String> keyColumns() {
        return List.of("team", "key");
    }

    @Override
    public boolean severalRows() {
        return true;
    }

    @Override
    public String columnOf(String field) {
        return TaskTable.COLUMN_BY_FIELD.getOrDefault(field, field);
    }

    @Override
    public void take(List<Item> items, Chunk chunk) {
        var judge = new TaskJudge(lookup.find(items, chunk), chunk, mapper, tasks);
        var changes = itemJudge.judge(items, judge::judge);
        if (chunk.stores()) {
            tasks.store(changes, chunk.importer().actor());
        }
    }
}
