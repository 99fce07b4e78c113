package org.fengong.localstack.demo.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A team and its work, as read from files. Those that an import of the suite takes are sheets, which the import judges;
 * of the others every key that they name exists.
 */
public record TeamFiles(
        List<Department> departments,
        Team team,
        List<Profile> profiles,
        List<Bundle> bundles,
        Sheet skills,
        Sheet members,
        Sheet absences,
        Sheet goals,
        Sheet tasks) {
    private static final String DEPARTMENTS = "departments.csv";
    private static final String TEAMS = "teams.csv";
    private static final String PROFILES = "profiles.csv";
    private static final String TEMPLATES = "templates.csv";
    private static final String SKILLS = "skills.csv";
    private static final String MEMBERS = "members.csv";
    private static final String GOALS = "goals.csv";

    private static final int MINUTES_PER_HOUR = 60;
    private static final List<Integer> FULL_TIME = List.of(480, 480, 480, 480, 480, 0, 0);
    private static final Pattern LEVEL = Pattern.compile("([^:]+):\\s*(\\S+)");

    /** @param lead null when nobody is named */
    public record Department(String key, String name, String lead) {}

    public record Team(String key, String name, String department, String lead, String timeZone) {}

    /**
     * What a member can and wants to do, and for how long.
     *
     * @param sharePercent of the member's time for the team; null when not in the team
     * @param minutes of work from Monday to Sunday
     * @param levels by skill
     */
    public record Profile(
            String member,
            Integer sharePercent,
            List<Integer> minutes,
            Map<String, Integer> levels,
            List<Wish> interests) {}

    /** @param skill or else {@code field} of work that is wished for or not */
    public record Wish(String skill, String field, int value) {}

    /** Tasks that a template of the suite makes for a day and a goal. */
    public record Bundle(String template, LocalDate date, String keyPrefix, String goal) {}

    /** @throws FaultyFilesException with every fault when there is one */
    public static TeamFiles read(Folder folder, LocalDate firstMonday) {
        var faults = new Faults();
        var dates = new Dates(firstMonday);
        var skills = folder.sheet(SKILLS, Set.of("key"), faults);
        var members = folder.sheet(MEMBERS, Set.of("key"), faults);
        var goals = dates.absolute(folder.sheet(GOALS, Set.of("key"), faults));
        var teams = folder.sheet(TEAMS, Set.of("key", "name", "lead", "timeZone"), faults);
        var departments = folder.sheet(DEPARTMENTS, Set.of("key", "name"), faults);
        var profiles = folder.sheet(PROFILES, Set.of("member"), faults);
        var bundles = dates.absolute(folder.sheetIfPresent(TEMPLATES, Set.of("template", "date", "keyPrefix"), faults));
        var files = new TeamFiles(
                read(departments, faults, row -> department(row, members)),
                team(read(teams, faults, row -> team(row, departments, members)), faults),
                read(profiles, faults, row -> profile(row, members, teams, skills)),
                read(bundles, faults, row -> bundle(row, goals)),
                skills,
                members,
                dates.absolute(folder.sheetIfPresent("absences.csv", Set.of("member"), faults)),
                goals,
                dates.absolute(folder.sheet("tasks.csv", Set.of("key"), faults)));
        faults.throwIfAny(folder.toString());
        return files;
    }

    private static <T> List<T> read(Sheet sheet, Faults faults, Function<Row, T> reading) {
        var found = new ArrayList<T>();
        for (var cells : sheet.rows()) {
            found.add(reading.apply(new Row(sheet.file(), found.size() + 2L, cells, faults)));
        }
        return found;
    }

    private static Department department(Row row, Sheet members) {
        return new Department(
                row.key("key"), row.required("name"), row.reference("lead", members.values("key"), MEMBERS));
    }

    private static Team team(List<Team> teams, Faults faults) {
        if (teams.size() != 1) {
            faults.add(TEAMS, "must have one row, the team that is planned; it has %d".formatted(teams.size()));
            return null;
        }
        return teams.get(0);
    }

    private static Team team(Row row, Sheet departments, Sheet members) {
        row.required("lead");
        return new Team(
                row.key("key"),
                row.required("name"),
                row.reference("department", departments.values("key"), DEPARTMENTS),
                row.reference("lead", members.values("key"), MEMBERS),
                zone(row, row.required("timeZone")));
    }

    private static String zone(Row row, String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            row.fault("timeZone", "\"%s\" is no time zone such as Europe/Lisbon".formatted(zone));
            return zone;
        }
    }

    private static Profile profile(Row row, Sheet members, Sheet teams, Sheet skills) {
        row.required("member");
        return new Profile(
                row.reference("member", members.values("key"), MEMBERS),
                row.reference("team", teams.values("key"), TEAMS) == null
                        ? null
                        : row.whole("sharePercent", 1, 100, 100),
                minutes(row),
                levels(row, skills.values("key")),
                interests(row, skills.values("key")));
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
        var minutes = hours.stream()
                .map(h -> row.parsed("hoursPerWeekday", h, 0, 24, BigDecimal.ONE))
                .map(h -> (int) Math.round(h.doubleValue() * MINUTES_PER_HOUR));
        return Stream.concat(minutes, Stream.of(0, 0)).limit(7).toList();
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

    private static List<Wish> interests(Row row, Set<String> skills) {
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
                wishes.add(new Wish(null, subject.substring("field ".length()).strip(), value));
            } else if (row.requireKnown("interests", subject, skills, SKILLS)) {
                wishes.add(new Wish(subject, null, value));
            }
        }
        return wishes;
    }

    private static Bundle bundle(Row row, Sheet goals) {
        return new Bundle(
                row.required("template"),
                row.date("date"),
                row.key("keyPrefix"),
                row.reference("goal", goals.values("key"), GOALS));
    }
}
