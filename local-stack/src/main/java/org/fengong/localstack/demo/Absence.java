package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.stream.Collectors;
import org.threeten.extra.YearWeek;

/** A member falls ill for a week in which work was to begin. */
final class Absence {
    private final LedTeam team;
    private final Narrator narrator;

    Absence(LedTeam team, Narrator narrator) {
        this.team = team;
        this.narrator = narrator;
    }

    /**
     * @param assignments with their alternatives; who is the easiest to replace falls ill
     * @return whether an absence hits anything
     */
    boolean report(YearWeek week, JsonNode assignments) {
        var standing = items(team.allocation()
                        .list("/assignments", Map.of("teamId", team.id(), "status", "ACTIVE", "limit", 100)))
                .collect(Collectors.toMap(a -> id(a, "roleId"), a -> id(a, "memberId")));
        var hit = Planning.cheapestToReplace(items(assignments.path("assigned"))
                .filter(a -> a.path("startWeek").asText().equals(week.toString())
                        && id(a, "memberId").equals(standing.get(id(a, "roleId")))
                        && !id(a, "memberId").equals(team.leadId())));
        if (hit.isEmpty()) {
            narrator.missing("No role begins in %s, so an absence hits nothing.".formatted(week));
            return false;
        }
        var memberId = id(hit.get(), "memberId");
        var absence = team.membersAs(memberId)
                .post(
                        "/members/" + memberId + "/absences",
                        body("kind", "SICK", "from", week.atDay(DayOfWeek.MONDAY), "to", week.atDay(DayOfWeek.FRIDAY)));
        narrator.say(
                "%s is ill from %s to %s, and was to begin %s.",
                hit.get().path("memberName").asText(),
                absence.path("from").asText(),
                absence.path("to").asText(),
                Text.quoted(hit.get(), "taskTitle"));
        return true;
    }
}
