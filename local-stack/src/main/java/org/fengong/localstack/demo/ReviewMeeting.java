package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.localstack.Console;
import org.threeten.extra.YearWeek;

/** Holds the review of a period, shows what it found, and accepts its first proposal of a new plan. */
final class ReviewMeeting {
    private static final int SHARES_SHOWN = 4;

    private final Api reviews;
    private final UUID teamId;
    private final Console console;

    ReviewMeeting(Api reviews, UUID teamId, Console console) {
        this.reviews = reviews;
        this.teamId = teamId;
        this.console = console;
    }

    JsonNode open(YearWeek from, YearWeek to) {
        return reviews.post("/reviews", body("teamId", teamId, "from", from.toString(), "to", to.toString()));
    }

    void show(JsonNode review, Map<UUID, String> goalTitles) {
        var metrics = review.path("metrics");
        var balance = metrics.path("loadBalance");
        console.line("  Load balance   coefficient of variation %s · Gini %s · max ÷ mean %s"
                .formatted(
                        number(balance.path("coefficientOfVariation").path("value")),
                        number(balance.path("giniCoefficient").path("value")),
                        number(balance.path("maxToMeanRatio").path("value"))));
        console.line("  Overload       %s member-weeks"
                .formatted(metrics.path("overload")
                        .path("overloadedMemberWeeks")
                        .path("value")
                        .asInt()));
        console.line(
                "  Skill fit      %s".formatted(percent(metrics.path("skillFit").path("value"))));
        console.line("  Delivery       %s on time · %s tasks a week · %s days from start to end"
                .formatted(
                        percent(metrics.path("delivery").path("onTimeRate").path("value")),
                        number(metrics.path("delivery").path("throughput").path("value")),
                        number(metrics.path("delivery").path("cycleTime").path("value"))));
        console.line("  Estimates      work took %s of what was estimated"
                .formatted(percent(metrics.path("estimateRatio").path("value"))));
        showContributions(review, goalTitles);
        console.blank();
        showList(
                "Findings",
                review.path("findings"),
                f -> "%-8s %s"
                        .formatted(f.path("severity").asText(), f.path("text").asText()));
        showList(
                "Proposals",
                review.path("adjustments"),
                p -> p.path("text").asText() + " " + p.path("expectedEffect").asText());
    }

    /** @return id of the draft plan that was asked for; null when no proposal asks for one */
    UUID acceptFirstProposal(JsonNode review) {
        var proposal = items(review.path("adjustments"))
                .filter(p -> p.path("status").asText().equals("PROPOSED")
                        && p.path("replan").path("weeks").asInt() > 0)
                .findFirst();
        if (proposal.isEmpty()) {
            return null;
        }
        var accepted =
                reviews.post("/reviews/" + id(review) + "/adjustments/" + id(proposal.get()) + "/accept", Map.of());
        return id(accepted, "planId");
    }

    private void showContributions(JsonNode review, Map<UUID, String> goalTitles) {
        for (var goal : review.path("metrics").path("contributions").path("goals")) {
            var title = goalTitles.get(id(goal, "goalId"));
            if (title == null) {
                continue;
            }
            console.line("  Contribution   " + title);
            var shares = items(goal.path("members"))
                    .sorted(Comparator.comparingDouble(
                                    (JsonNode m) -> m.path("shareByOutcome").asDouble())
                            .reversed())
                    .limit(SHARES_SHOWN)
                    .map(m -> "%s %s (hours %s)"
                            .formatted(
                                    review.path("names")
                                            .path(m.path("memberId").asText())
                                            .asText(),
                                    percent(m.path("shareByOutcome")),
                                    percent(m.path("shareByHours"))))
                    .collect(Collectors.joining(" · "));
            console.line(console.dim("                 " + (shares.isEmpty() ? "no work yet" : shares)));
        }
    }

    private void showList(String title, JsonNode things, Function<JsonNode, String> text) {
        console.line("  %s: %s".formatted(title, things.isEmpty() ? "none" : things.size()));
        things.forEach(thing -> console.line("    " + text.apply(thing)));
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.2f", value.asDouble()) : "–";
    }

    private static String percent(JsonNode value) {
        return value.isNumber() ? Planning.percent(value.asDouble()) : "–";
    }
}
