package org.fengong.system;

import static org.fengong.system.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A team of its own for each test, made through the public API: department, skills, members with levels, team, lead. */
final class Team {
    static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    static final int DAY_MINUTES = 480;

    /**
     * A member as registered.
     *
     * @param levels by key of the skill
     */
    record Person(UUID id, String name, double availability, Map<String, Integer> levels) {
        /** Full time from Monday to Friday, no absence. */
        int weekMinutes() {
            return (int) (5 * DAY_MINUTES * availability);
        }
    }

    private final PackagedSuite suite;
    private final String prefix = "t" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
    private final Client admin;
    private final UUID departmentId;
    private final Map<String, UUID> skillIds = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private UUID id;
    private UUID leadId;

    Team(PackagedSuite suite, String... skills) {
        this.suite = suite;
        this.admin = suite.members("admin", null);
        this.departmentId =
                Json.id(admin.post("/departments", object("key", prefix + "marketing", "name", "Marketing")));
        for (var skill : skills) {
            var answer = admin.post(
                    "/skills", object("key", prefix + skill, "names", object("en", skill), "field", "content"));
            skillIds.put(skill, Json.id(answer));
        }
    }

    /** @param levels by key of the skill */
    Person register(String name, double availability, Map<String, Integer> levels) {
        var skills = new ArrayList<Map<String, Object>>();
        levels.forEach((skill, level) -> skills.add(object("skillId", skillIds.get(skill), "level", level)));
        var answer = admin.post("/members", form(name, availability, skills));
        var person = new Person(Json.id(answer), name, availability, levels);
        people.put(name, person);
        return person;
    }

    Map<String, Object> form(String name, double availability, List<Map<String, Object>> skills) {
        return object(
                "key",
                prefix + name.toLowerCase(Locale.ROOT),
                "displayName",
                name,
                "email",
                name + "@example.com",
                "locale",
                "en",
                "timeZone",
                ZONE.getId(),
                "departmentId",
                departmentId,
                "availabilityFactor",
                availability,
                "skills",
                skills);
    }

    /** The team of everybody registered; the first of them leads it. Returns when all services know it. */
    Team found() {
        leadId = people.values().iterator().next().id();
        var team = admin.post(
                "/teams",
                object(
                        "key",
                        prefix + "team",
                        "name",
                        "Team " + prefix,
                        "departmentId",
                        departmentId,
                        "leadId",
                        leadId,
                        "timeZone",
                        ZONE.getId()));
        id = Json.id(team);
        for (var person : people.values()) {
            team = admin.put(
                            "/teams/" + id + "/members/" + person.id(),
                            object("sharePercent", 100, "from", LocalDate.of(2020, 1, 1)),
                            team.path("version").asLong())
                    .ok();
        }
        suite.awaitEvents();
        return this;
    }

    UUID id() {
        return id;
    }

    UUID leadId() {
        return leadId;
    }

    UUID departmentId() {
        return departmentId;
    }

    UUID skillId(String key) {
        return skillIds.get(key);
    }

    String skillKey(UUID skillId) {
        return skillIds.entrySet().stream()
                .filter(skill -> skill.getValue().equals(skillId))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    List<Person> people() {
        return List.copyOf(people.values());
    }

    Person person(UUID memberId) {
        return people.values().stream()
                .filter(person -> person.id().equals(memberId))
                .findFirst()
                .orElseThrow();
    }

    /** A key that no other team uses. */
    String key(String name) {
        return prefix + name;
    }

    Client leadAtTasks() {
        return suite.tasks("lead", leadId);
    }

    Client leadAtAllocation() {
        return suite.allocation("lead", leadId);
    }

    Client leadAtReview() {
        return suite.review("lead", leadId);
    }

    JsonNode createTask(Map<String, Object> form) {
        return leadAtTasks().post("/tasks", form);
    }

    Map<String, Object> role(String name, int effortMinutes, String skill, int minLevel) {
        return object(
                "name",
                name,
                "effortMinutes",
                effortMinutes,
                "skills",
                List.of(object("skillId", skillIds.get(skill), "minLevel", minLevel, "mandatory", true)));
    }

    Map<String, Object> task(
            String key,
            UUID goalId,
            double contributionWeight,
            LocalDate dueDate,
            List<Map<String, Object>> roles,
            List<UUID> dependsOn) {
        return object(
                "teamId",
                id,
                "key",
                key,
                "title",
                "The task " + key,
                "goalId",
                goalId,
                "contributionWeight",
                contributionWeight,
                "importance",
                4,
                "dueDate",
                dueDate,
                "roles",
                roles,
                "dependsOn",
                dependsOn.stream()
                        .map(task -> object("taskId", task, "lagWeeks", 1))
                        .toList());
    }
}
