package org.fengong.localstack.demo.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.fengong.localstack.demo.csv.TeamFiles.Absence;
import org.fengong.localstack.demo.csv.TeamFiles.Department;
import org.fengong.localstack.demo.csv.TeamFiles.Dependency;
import org.fengong.localstack.demo.csv.TeamFiles.Goal;
import org.fengong.localstack.demo.csv.TeamFiles.KeyResult;
import org.fengong.localstack.demo.csv.TeamFiles.Member;
import org.fengong.localstack.demo.csv.TeamFiles.Need;
import org.fengong.localstack.demo.csv.TeamFiles.Role;
import org.fengong.localstack.demo.csv.TeamFiles.Skill;
import org.fengong.localstack.demo.csv.TeamFiles.Task;
import org.fengong.localstack.demo.csv.TeamFiles.Team;
import org.fengong.localstack.demo.csv.TeamFiles.Wish;

/** Reads the files one after the other, each against the keys of those before it. */
final class TeamFilesReader {
    private static final String DEPARTMENTS = "departments.csv";
    private static final String SKILLS = "skills.csv";
    private static final String MEMBERS = "members.csv";
    private static final String TEAMS = "teams.csv";
    private static final String ABSENCES = "absences.csv";
    private static final String GOALS = "goals.csv";
    private static final String TASKS = "tasks.csv";
    private static final String DEPENDENCIES = "dependencies.csv";

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final int MINUTES_PER_HOUR = 60;
    private static final List<Integer> FULL_TIME = List.of(480, 480, 480, 480, 480, 0, 0);
    private static final Pattern LEVEL = Pattern.compile("([^:]+):\\s*(\\S+)");
    private static final Pattern NEED = Pattern.compile("([^>~]+?)\\s*(>=|~)\\s*(\\S+)");

    private final Folder folder;
    private final LocalDate firstMonday;
    private final Faults faults = new Faults();
    private final List<String> notes = new ArrayList<>();
    private final List<Row> departmentRows = new ArrayList<>();

    TeamFilesReader(Folder folder, LocalDate firstMonday) {
        this.folder = folder;
        this.firstMonday = firstMonday;
    }

    TeamFiles read() {
        var departments = byKey(DEPARTMENTS, Set.of("key", "name"), Set.of("lead"), this::department);
        var skills =
                byKey(SKILLS, Set.of("key", "nameEn", "field"), Set.of("nameZhTw", "nameZhCn", "escoUri"), this::skill);
        var teamRows = folder.rows(TEAMS, Set.of("key", "name", "lead", "timeZone"), Set.of("department"), faults);
        var members = byKey(
                MEMBERS,
                Set.of("key", "displayName", "email", "department"),
                Set.of(
                        "locale",
                        "timeZone",
                        "occupation",
                        "team",
                        "sharePercent",
                        "availabilityFactor",
                        "hoursPerWeekday",
                        "skills",
                        "interests"),
                (row, key) -> member(row, key, departments.keySet(), skills, teamRows));
        var team = team(teamRows, departments.keySet(), members.keySet());
        departmentRows.forEach(row -> row.reference("lead", members.keySet(), MEMBERS));
        var absences = absences(members.keySet());
        var goals = goals();
        var tasks = tasks(goals, departments.keySet(), skills.keySet());
        faults.throwIfAny(folder.toString());
        return new TeamFiles(
                List.copyOf(departments.values()),
                List.copyOf(skills.values()),
                List.copyOf(members.values()),
                team,
                absences,
                List.copyOf(goals.values()),
                tasks,
                List.copyOf(notes));
    }

    private <T> Map<String, T> byKey(
            String file, Set<String> required, Set<String> others, BiFunction<Row, String, T> reading) {
        var found = new LinkedHashMap<String, T>();
        for (var row : folder.rows(file, required, others, faults)) {
            var key = row.key("key");
            if (found.put(key, reading.apply(row, key)) != null) {
                row.fault("key", "\"%s\" is there twice".formatted(key));
            }
        }
        return found;
    }

    private Department department(Row row, String key) {
        departmentRows.add(row);
        return new Department(key, row.required("name"), row.optional("lead"));
    }

    private Skill skill(Row row, String key) {
        return new Skill(
                key,
                row.required("nameEn"),
                row.optional("nameZhTw"),
                row.optional("nameZhCn"),
                row.key("field"),
                row.optional("escoUri"));
    }

    private Member member(Row row, String key, Set<String> departments, Map<String, Skill> skills, List<Row> teams) {
        row.required("department");
        var team = row.reference("team", keysOf(teams), TEAMS);
        return new Member(
                key,
                row.required("displayName"),
                row.required("email"),
                row.text("locale").isEmpty() ? "en" : row.text("locale"),
                zone(row, row.text("timeZone").isEmpty() ? "UTC" : row.text("timeZone")),
                row.optional("occupation"),
                row.reference("department", departments, DEPARTMENTS),
                team == null ? null : row.whole("sharePercent", 1, 100, 100),
                row.number("availabilityFactor", 0, 1, ONE),
                minutes(row),
                levels(row, skills.keySet()),
                interests(row, skills));
    }

    private static Set<String> keysOf(List<Row> rows) {
        var keys = new HashSet<String>();
        rows.forEach(row -> keys.add(row.text("key")));
        return keys;
    }

    private static String zone(Row row, String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            row.fault("timeZone", "\"%s\" is no time zone such as Europe/Lisbon".formatted(zone));
            return zone;
        }
    }

    private static List<Integer> minutes(Row row) {
        var hours = row.parts("hoursPerWeekday");
        if (hours.isEmpty()) {
            return FULL_TIME;
        }
        if (hours.size() != 5 && hours.size() != 7) {
            row.fault("hoursPerWeekday", "five or seven numbers from Monday on, such as 8;8;8;8;4");
            return FULL_TIME;
        }
        var minutes = new ArrayList<Integer>();
        hours.forEach(h -> minutes.add(minutesOf(row.parsed("hoursPerWeekday", h, 0, 24, ONE))));
        while (minutes.size() < 7) {
            minutes.add(0);
        }
        return minutes;
    }

    private static Map<String, Integer> levels(Row row, Set<String> skills) {
        var levels = new LinkedHashMap<String, Integer>();
        for (var part : row.parts("skills")) {
            var level = LEVEL.matcher(part);
            if (!level.matches()) {
                row.fault("skills", "\"%s\" is not of the form copywriting:4".formatted(part));
            } else if (row.requireKnown("skills", level.group(1), skills, SKILLS)) {
                levels.put(level.group(1), row.parsedWhole("skills", level.group(2), 1, 5, 1));
            }
        }
        return levels;
    }

    private static List<Wish> interests(Row row, Map<String, Skill> skills) {
        var wishes = new ArrayList<Wish>();
        for (var part : row.parts("interests")) {
            var wish = LEVEL.matcher(part);
            if (!wish.matches()) {
                row.fault("interests", "\"%s\" is not of the form seo:2 or field brand:-1".formatted(part));
                continue;
            }
            var value = row.parsedWhole("interests", wish.group(2), -2, 2, 0);
            var subject = wish.group(1);
            if (subject.startsWith("field ")) {
                var field = subject.substring("field ".length()).strip();
                if (skills.values().stream().noneMatch(skill -> skill.field().equals(field))) {
                    row.fault("interests", "\"%s\" is the field of no skill in %s".formatted(field, SKILLS));
                }
                wishes.add(new Wish(null, field, value));
            } else if (row.requireKnown("interests", subject, skills.keySet(), SKILLS)) {
                wishes.add(new Wish(subject, null, value));
            }
        }
        return wishes;
    }

    private Team team(List<Row> rows, Set<String> departments, Set<String> members) {
        if (rows.size() != 1) {
            faults.add(TEAMS, "must have one row, the team that is planned; it has %d".formatted(rows.size()));
            return null;
        }
        var row = rows.get(0);
        row.required("lead");
        return new Team(
                row.key("key"),
                row.required("name"),
                row.reference("department", departments, DEPARTMENTS),
                row.reference("lead", members, MEMBERS),
                zone(row, row.required("timeZone")));
    }

    private List<Absence> absences(Set<String> members) {
        var absences = new ArrayList<Absence>();
        for (var row :
                folder.rowsIfPresent(ABSENCES, Set.of("member", "from", "to"), Set.of("kind", "share"), faults)) {
            var from = requiredDay(row, "from", row.start("from", firstMonday));
            var to = requiredDay(row, "to", row.end("to", firstMonday));
            if (to.isBefore(from)) {
                row.fault("to", "the absence ends on %s, before it starts on %s".formatted(to, from));
            }
            var absence = new Absence(
                    row.required("member"),
                    from,
                    to,
                    row.oneOf("kind", List.of("VACATION", "SICK", "TRAINING", "OTHER"), "VACATION"),
                    row.number("share", 0.5, 1, ONE));
            if (members.contains(absence.member())) {
                absences.add(absence);
            } else {
                notes.add("%s, line %d: %s is not in %s, so this absence is left out"
                        .formatted(ABSENCES, row.line(), absence.member(), MEMBERS));
            }
        }
        return absences;
    }

    private LocalDate requiredDay(Row row, String column, LocalDate day) {
        row.required(column);
        return day == null ? firstMonday : day;
    }

    private Map<String, Goal> goals() {
        var goals = new LinkedHashMap<String, Goal>();
        for (var row : folder.rows(
                GOALS,
                Set.of("goal", "title", "from", "to", "keyResult", "unit", "baseline", "target"),
                Set.of("weight"),
                faults)) {
            var keyResult = new KeyResult(
                    row.required("keyResult"),
                    row.required("unit"),
                    row.number("baseline", -1e9, 1e9, BigDecimal.ZERO),
                    row.number("target", -1e9, 1e9, ONE));
            var key = row.key("goal");
            if (!goals.containsKey(key)) {
                goals.put(
                        key,
                        new Goal(
                                key,
                                row.required("title"),
                                row.whole("weight", 1, 100, 10),
                                requiredDay(row, "from", row.start("from", firstMonday)),
                                requiredDay(row, "to", row.end("to", firstMonday)),
                                new ArrayList<>()));
            }
            goals.get(key).keyResults().add(keyResult);
        }
        return goals;
    }

    private List<Task> tasks(Map<String, Goal> goals, Set<String> departments, Set<String> skills) {
        var tasks = new LinkedHashMap<String, Task>();
        for (var row : folder.rows(
                TASKS,
                Set.of("task", "title", "due", "role", "effortHours"),
                Set.of(
                        "goal",
                        "keyResult",
                        "importance",
                        "contributionWeight",
                        "earliestStart",
                        "department",
                        "spanWeeks",
                        "skills"),
                faults)) {
            var key = row.key("task");
            if (!tasks.containsKey(key)) {
                tasks.put(key, task(row, key, goals));
            }
            tasks.get(key).roles().add(role(row, departments, skills));
        }
        dependencies(tasks);
        return List.copyOf(tasks.values());
    }

    private Task task(Row row, String key, Map<String, Goal> goals) {
        var goal = row.reference("goal", goals.keySet(), GOALS);
        var keyResults = goal == null || !goals.containsKey(goal)
                ? 0
                : goals.get(goal).keyResults().size();
        var start = row.start("earliestStart", firstMonday);
        var due = requiredDay(row, "due", row.end("due", firstMonday));
        if (start != null && due.isBefore(start)) {
            row.fault("due", "the task is due on %s, before it may start on %s".formatted(due, start));
        }
        return new Task(
                row.line(),
                key,
                row.required("title"),
                goal,
                row.whole("keyResult", 1, keyResults, null),
                row.whole("importance", 1, 5, 3),
                row.number("contributionWeight", 0, 1, ONE),
                start,
                due,
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static Role role(Row row, Set<String> departments, Set<String> skills) {
        var needs = new ArrayList<Need>();
        for (var part : row.parts("skills")) {
            var need = NEED.matcher(part);
            if (!need.matches()) {
                row.fault("skills", "\"%s\" is not of the form copywriting>=3 or seo~2".formatted(part));
            } else if (row.requireKnown("skills", need.group(1), skills, SKILLS)) {
                needs.add(new Need(
                        need.group(1),
                        row.parsedWhole("skills", need.group(3), 1, 5, 1),
                        need.group(2).equals(">=")));
            }
        }
        row.required("effortHours");
        return new Role(
                row.required("role"),
                minutesOf(row.number("effortHours", 0.1, 2000, ONE)),
                row.reference("department", departments, DEPARTMENTS),
                row.whole("spanWeeks", 1, 26, null),
                needs);
    }

    private void dependencies(Map<String, Task> tasks) {
        for (var row : folder.rowsIfPresent(DEPENDENCIES, Set.of("task", "dependsOn"), Set.of("lagWeeks"), faults)) {
            row.required("task");
            row.required("dependsOn");
            var task = row.reference("task", tasks.keySet(), TASKS);
            var other = row.reference("dependsOn", tasks.keySet(), TASKS);
            var lag = row.whole("lagWeeks", 0, 26, 1);
            if (tasks.containsKey(task) && tasks.containsKey(other)) {
                if (tasks.get(task).dependsOn().stream().anyMatch(d -> d.task().equals(other))) {
                    row.fault("dependsOn", "\"%s\" waits for \"%s\" already".formatted(task, other));
                } else if (reaches(tasks, other, task, new HashSet<>())) {
                    row.fault("dependsOn", "\"%s\" already waits for \"%s\": a circle".formatted(other, task));
                } else {
                    tasks.get(task).dependsOn().add(new Dependency(other, lag));
                }
            }
        }
    }

    private static boolean reaches(Map<String, Task> tasks, String from, String to, Set<String> seen) {
        return from.equals(to)
                || (seen.add(from)
                        && tasks.get(from).dependsOn().stream()
                                .anyMatch(dependency -> reaches(tasks, dependency.task(), to, seen)));
    }

    private static int minutesOf(BigDecimal hours) {
        return (int) Math.round(hours.doubleValue() * MINUTES_PER_HOUR);
    }
}
