package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fengong.localstack.Console;

/** The members say what they think of their roles: one declines, and a draft with few changes finds somebody else. */
final class Answers {
    private static final String REASON = "I am at a fair in these weeks.";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Suite suite;
    private final Api lead;
    private final UUID teamId;
    private final Planning planning;
    private final Console console;

    Answers(Suite suite, Api lead, UUID teamId, Planning planning, Console console) {
        this.suite = suite;
        this.lead = lead;
        this.teamId = teamId;
        this.planning = planning;
        this.console = console;
    }

    /** @return the plan that is in force when everybody has agreed */
    JsonNode collect(JsonNode plan, JsonNode assignments) {
        var offers = pending();
        var declined = easiestToReplace(assignments)
                .flatMap(roleId -> offers.stream()
                        .filter(offer -> id(offer, "roleId").equals(roleId))
                        .findFirst());
        offers.stream()
                .filter(offer -> declined.filter(offer::equals).isEmpty())
                .forEach(this::accept);
        console.line("  %s made, %d accepted."
                .formatted(
                        Planning.count(offers.size(), "offer", "offers"),
                        offers.size() - (declined.isPresent() ? 1 : 0)));
        if (declined.isEmpty()) {
            return plan;
        }
        var role = role(assignments, id(declined.get(), "roleId"));
        member(declined.get())
                .post(
                        "/offers/" + id(declined.get()) + "/decline",
                        body("reason", REASON),
                        declined.get().path("version").asLong());
        console.line("  %s declines %s in \"%s\": \"%s\""
                .formatted(
                        role.path("memberName").asText(),
                        role.path("roleName").asText(),
                        role.path("taskTitle").asText(),
                        REASON));
        console.line(console.dim("  News is collected for half a minute before a plan is made of it …"));
        return draft().map(draft -> replan(plan, draft)).orElse(plan);
    }

    private JsonNode replan(JsonNode plan, JsonNode draft) {
        var comparison = lead.get("/plans/" + id(draft) + "/comparison", Map.of("with", id(plan)));
        console.line("  A draft answers by itself, with %s:"
                .formatted(Planning.count(comparison.path("roles").size(), "change", "changes")));
        items(comparison.path("roles"))
                .forEach(change -> console.line("    \"%s\", %s: %s → %s"
                        .formatted(
                                change.path("taskTitle").asText(),
                                change.path("roleName").asText(),
                                who(change.path("before")),
                                who(change.path("after")))));
        planning.publish(draft);
        pending().forEach(this::accept);
        console.line(console.good("  Published and accepted."));
        return draft;
    }

    private static String who(JsonNode placed) {
        return placed.hasNonNull("memberName") ? placed.path("memberName").asText() : "nobody";
    }

    private List<JsonNode> pending() {
        return items(lead.list("/offers", Map.of("teamId", teamId, "status", "PENDING", "limit", 100)))
                .toList();
    }

    private void accept(JsonNode offer) {
        member(offer)
                .post(
                        "/offers/" + id(offer) + "/accept",
                        Map.of(),
                        offer.path("version").asLong());
    }

    private Api member(JsonNode offer) {
        return new Api(suite.allocation(), suite.token("member", id(offer, "memberId")));
    }

    /** The role for which somebody else would cost the least more. */
    private static Optional<UUID> easiestToReplace(JsonNode assignments) {
        return items(assignments.path("assigned"))
                .filter(a -> a.path("alternatives").path(0).hasNonNull("costDifference"))
                .min(Comparator.comparingLong(a ->
                        a.path("alternatives").path(0).path("costDifference").asLong()))
                .map(a -> id(a, "roleId"));
    }

    private static JsonNode role(JsonNode assignments, UUID roleId) {
        return items(assignments.path("assigned"))
                .filter(a -> id(a, "roleId").equals(roleId))
                .findFirst()
                .orElseThrow();
    }

    /** The one that allocation-service makes because of the answer. */
    private Optional<JsonNode> draft() {
        for (var deadline = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < deadline; Api.pause()) {
            var found = items(lead.list("/plans", Map.of("teamId", teamId, "status", "DRAFT")))
                    .filter(plan -> items(plan.path("cause").path("kinds"))
                            .anyMatch(kind -> kind.asText().equals("OFFER_DECLINED")))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        console.line(console.busy(
                "  No draft came within %d seconds; the role waits for the lead.".formatted(PATIENCE.toSeconds())));
        return Optional.empty();
    }
}
