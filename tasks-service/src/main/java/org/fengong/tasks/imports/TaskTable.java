package org.fengong.tasks.imports;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Column.Type;

/** The columns of tasks: a row for each role, the first of which says what the whole task is. */
final class TaskTable {
    static final List<Column> OF_TASK = List.of(
            Column.required("team", Type.TEXT, "Key of the team."),
            Column.required("key", Type.TEXT, "Key of the task, unique in the team."),
            Column.optional("title", Type.TEXT, "Needed for a new task."),
            Column.optional("description", Type.TEXT, "Markdown."),
            Column.optional("campaign", Type.TEXT, "Name of the campaign that it belongs to."),
            Column.optional("labels", Type.TEXT, "Words to find it by, with a semicolon between."),
            Column.optional(
                    "owner",
                    Type.TEXT,
                    "Key or id of the member of the team who is accountable; empty: stays, of a new task who imports it or the lead."),
            Column.optional("goal", Type.TEXT, "Key of a goal of the team."),
            Column.optional("keyResult", Type.TEXT, "Title of a key result of the goal."),
            Column.optional("contributionWeight", Type.NUMBER, "The task's part in its goal, 0 to 1; empty: 1."),
            Column.optional("importance", Type.WHOLE, "1 to 5; needed for a new task."),
            Column.optional("earliestStart", Type.DATE, "The first day of work."),
            Column.optional("dueDate", Type.DATE, "Needed for a new task."),
            Column.optional("together", Type.FLAG, "Whether all roles start in the same week."),
            Column.optional("allowSameMember", Type.FLAG, "Whether one member may take several of the roles."),
            Column.optional(
                    "draft", Type.FLAG, "Whether a new task is still being written; of others it says nothing."),
            Column.optional(
                    "dependsOn",
                    Type.TEXT,
                    "Tasks that it waits for, with a semicolon between: key or key:lagWeeks, of another team team/key. They are there already or stand above; a task that is there already gets no new ones."));

    static final List<Column> OF_ROLE = List.of(
            Column.optional("role", Type.TEXT, "Name of the role; needed for a new task."),
            Column.optional("effortMinutes", Type.WHOLE, "Work of one person."),
            Column.optional("department", Type.TEXT, "Key of the department that the person must belong to."),
            Column.optional("spanWeeks", Type.WHOLE, "Weeks over which the work is spread."),
            Column.optional(
                    "skills",
                    Type.TEXT,
                    "With a semicolon between: key:level, with ? behind when it is only wished, with *2 when it weighs twice."));

    static final List<Column> ALL =
            Stream.concat(OF_TASK.stream(), OF_ROLE.stream()).toList();

    /** Columns that are not named as the field of the form. */
    static final Map<String, String> COLUMN_BY_FIELD = Map.of(
            "teamId", "team",
            "ownerId", "owner",
            "goalId", "goal",
            "keyResultId", "keyResult",
            "departmentId", "department",
            "roles", "role",
            "name", "role");

    private TaskTable() {}
}
