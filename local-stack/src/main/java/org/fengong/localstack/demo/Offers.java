package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the members answer when a plan gives them roles. */
final class Offers {
    private static final String REASON = "I am at a fair in these weeks.";

    private final LedTeam team;
    private final Narrator narrator;

    Offers(LedTeam team, Narrator narrator) {
        this.team = team;
        this.narrator = narrator;
    }

    /**
     * Of members with several roles the offer that is the easiest to give to somebody else is declined.
     *
     * @return whether there was any
     */
    boolean declineOne(JsonNode assignments) {
        var pending = pending();
        var rolesByMember = items(assignments.path("assigned"))
                .collect(Collectors.groupingBy(a -> id(a, "memberId"), Collectors.counting()));
        var declined = Planning.cheapestToReplace(items(assignments.path("assigned"))
                .filter(a -> !id(a, "memberId").equals(team.leadId())
                        && rolesByMember.get(id(a, "memberId")) > 1
                        && pending.stream()
                                .anyMatch(offer -> id(offer, "roleId").equals(id(a, "roleId")))));
        if (declined.isEmpty()) {
            narrator.missing("Nobody else could have any of the roles, so nobody declines.");
            return false;
        }
        var role = declined.get();
        var offer = pending.stream()
                .filter(o -> id(o, "roleId").equals(id(role, "roleId")))
                .findFirst()
                .orElseThrow();
        var answered = team.allocationAs(id(offer, "memberId"))
                .post(
                        "/offers/" + id(offer) + "/decline",
                        body("reason", REASON),
                        offer.path("version").asLong());
        narrator.say(
                "%s declines %s in %s: “%s”",
                role.path("memberName").asText(),
                role.path("roleName").asText(),
                Text.quoted(role, "taskTitle"),
                answered.path("reason").asText());
        return true;
    }

    /** @return how many there were */
    int acceptAll() {
        var pending = pending();
        pending.forEach(offer -> team.allocationAs(id(offer, "memberId"))
                .post(
                        "/offers/" + id(offer) + "/accept",
                        Map.of(),
                        offer.path("version").asLong()));
        return pending.size();
    }

    private List<JsonNode> pending() {
        return items(team.allocation().list("/offers", Map.of("teamId", team.id(), "status", "PENDING", "limit", 100)))
                .toList();
    }
}
