package org.fengong.localstack.demo.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A team and its work, as read from files: things refer to each other by keys, and every key that they name exists.
 *
 * @param notes what was left out, for a person to know
 */
public record TeamFiles(
        List<Department> departments,
        List<Skill> skills,
        List<Member> members,
        Team team,
        List<Absence> absences,
        List<Goal> goals,
        List<Task> tasks,
        List<String> notes) {
    /** @throws FaultyFilesException with every fault when there is one */
    public static TeamFiles read(Folder folder, LocalDate firstMonday) {
        return new TeamFilesReader(folder, firstMonday).read();
    }

    /** @param lead null when nobody is named */
    public record Department(String key, String name, String lead) {}

    public record Skill(String key, String nameEn, String nameZhTw, String nameZhCn, String field, String escoUri) {}

    /**
     * @param minutes of work from Monday to Sunday
     * @param levels by skill
     * @param sharePercent of the member's time for the team; null when not in the team
     */
    public record Member(
            String key,
            String displayName,
            String email,
            String locale,
            String timeZone,
            String occupation,
            String department,
            Integer sharePercent,
            BigDecimal availabilityFactor,
            List<Integer> minutes,
            Map<String, Integer> levels,
            List<Wish> interests) {}

    /** @param skill or else {@code field} of work that is wished for or not */
    public record Wish(String skill, String field, int value) {}

    public record Team(String key, String name, String department, String lead, String timeZone) {}

    public record Absence(String member, LocalDate from, LocalDate to, String kind, BigDecimal share) {}

    public record Goal(
            String key, String title, int weight, LocalDate from, LocalDate to, List<KeyResult> keyResults) {}

    public record KeyResult(String title, String unit, BigDecimal baseline, BigDecimal target) {}

    /**
     * @param line of the task in its file
     * @param keyResult its number in the goal, from 1; null for none
     */
    public record Task(
            long line,
            String key,
            String title,
            String goal,
            Integer keyResult,
            int importance,
            BigDecimal contributionWeight,
            LocalDate earliestStart,
            LocalDate due,
            List<Role> roles,
            List<Dependency> dependsOn) {}

    public record Role(String name, int effortMinutes, String department, Integer spanWeeks, List<Need> skills) {}

    public record Need(String skill, int level, boolean mandatory) {}

    public record Dependency(String task, int lagWeeks) {}
}
