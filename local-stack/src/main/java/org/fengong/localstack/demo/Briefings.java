package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What members read of their work, and take note of. */
final class Briefings {
    private static final int MEMBERS_SHOWN = 2;
    private static final int ROLES_SHOWN = 3;
    private static final int TITLE_WIDTH = 60;

    private final LedTeam team;
    private final Narrator narrator;

    Briefings(LedTeam team, Narrator narrator) {
        this.team = team;
        this.narrator = narrator;
    }

    /** Of the members with the most roles. */
    void show(JsonNode assignments) {
        var rolesByMember = items(assignments.path("assigned"))
                .collect(Collectors.groupingBy(a -> id(a, "memberId"), Collectors.counting()));
        rolesByMember.entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MEMBERS_SHOWN)
                .forEach(member -> show(member.getKey()));
    }

    private void show(UUID memberId) {
        var member = team.allocationAs(memberId);
        var path = "/members/" + memberId + "/briefing";
        var briefing = member.get(path);
        narrator.say("%s reads", briefing.path("displayName").asText());
        items(briefing.path("roles")).limit(ROLES_SHOWN).forEach(role -> {
            narrator.say(
                    "  %s, %s",
                    Table.cut(role.path("taskTitle").asText(), TITLE_WIDTH),
                    role.path("roleName").asText());
            narrator.aside("    " + about(role));
        });
        member.put(path + "/acknowledgement", null, Json.version(briefing));
        narrator.aside(
                "  … and takes note of %s.", Text.count(briefing.path("roles").size(), "role", "roles"));
    }

    private static String about(JsonNode role) {
        var goal = role.path("goal");
        var text = goal.isMissingNode() || goal.isNull()
                ? "for no goal"
                : "%s of “%s”"
                        .formatted(
                                Text.percent(goal.path("myShare").asDouble()),
                                Table.cut(goal.path("title").asText(), TITLE_WIDTH));
        return text + after("after", role.path("waitsFor")) + after("before", role.path("waitedForBy"));
    }

    private static String after(String word, JsonNode tasks) {
        return tasks.isEmpty()
                ? ""
                : "; %s “%s”%s"
                        .formatted(
                                word,
                                Table.cut(tasks.path(0).path("title").asText(), TITLE_WIDTH / 2),
                                tasks.size() == 1 ? "" : " and %d more".formatted(tasks.size() - 1));
    }
}
