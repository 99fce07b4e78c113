package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.threeten.extra.YearWeek;

/** Has the team reviewed every two weeks, accepts a proposal, and looks in the next review what became of it. */
final class ReviewMeeting {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LISTED = 5;
    private static final int WIDTH = 106;

    /** @param ideal towards which it is to move */
    private record Figure(String name, String path, double ideal, Function<Double, String> text) {
        Optional<Double> of(JsonNode review) {
            var value = review.path("metrics").at(path).path("value");
            return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
        }

        String written(JsonNode review) {
            return of(review).map(text).orElse("–");
        }
    }

    private static final List<Figure> FIGURES = List.of(
            new Figure("Variation of load between members", "/loadBalance/coefficientOfVariation", 0, Text::number),
            new Figure("Gini coefficient of load", "/loadBalance/giniCoefficient", 0, Text::number),
            new Figure("Minutes of overload", "/overload/overloadMinutes", 0, v -> String.valueOf(Math.round(v))),
            new Figure("Completed on time", "/delivery/onTimeRate", 1, Text::percent),
            new Figure("Fit of skills to roles", "/skillFit", 1, Text::percent),
            new Figure("Work ÷ estimate", "/estimateRatio", 1, Text::percent));

    private final LedTeam team;
    private final Api reviews;
    private final Narrator narrator;

    ReviewMeeting(LedTeam team, Narrator narrator) {
        this.team = team;
        this.reviews = team.review();
        this.narrator = narrator;
    }

    /** The first period begins now, also when the team was reviewed before. */
    void schedule() {
        var path = "/review-schedules/" + team.id();
        var on = body("cadence", "EVERY_TWO_WEEKS", "enabled", true);
        try {
            var known = reviews.get(path);
            var off = reviews.put(path, body("cadence", "EVERY_TWO_WEEKS", "enabled", false), Json.version(known));
            reviews.put(path, on, Json.version(off));
        } catch (Api.RefusedException e) {
            if (e.status() != 404) {
                throw e;
            }
            reviews.put(path, on);
        }
    }

    /** @throws StoryException when the schedule has not opened it in time */
    JsonNode await(YearWeek from, YearWeek to) {
        for (var deadline = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < deadline; Api.pause()) {
            var found = items(
                            reviews.get("/reviews", Map.of("teamId", team.id())).path("items"))
                    .filter(review -> review.path("from").asText().equals(from.toString())
                            && review.path("to").asText().equals(to.toString()))
                    .findFirst();
            if (found.isPresent()) {
                return reviews.get("/reviews/" + id(found.get()));
            }
        }
        throw new StoryException("no review of %s to %s was opened".formatted(from, to));
    }

    void show(JsonNode review) {
        narrator.aside("Opened by %s, every two weeks.", review.path("openedBy").asText());
        narrator.blank();
        var table = new Table(Table.Column.text("Measured", 0), Table.Column.number("Value"));
        FIGURES.forEach(figure -> table.row(figure.name(), figure.written(review)));
        narrator.table(table);
        narrator.blank();
        list(
                "Findings",
                review.path("findings"),
                f -> "%-8s %s"
                        .formatted(f.path("severity").asText(), f.path("text").asText()));
        narrator.blank();
        list(
                "Proposals",
                review.path("adjustments"),
                p -> "%-8s %s".formatted(p.path("kind").asText(), p.path("text").asText()));
    }

    private void list(String title, JsonNode things, Function<JsonNode, String> text) {
        narrator.say("%s: %s", title, things.isEmpty() ? "none" : things.size());
        items(things).limit(LISTED).forEach(thing -> narrator.say("  " + Table.cut(text.apply(thing), WIDTH)));
        if (things.size() > LISTED) {
            narrator.aside("  … and %d more.", things.size() - LISTED);
        }
    }

    /** The first proposal that asks for a plan; empty, with a remark, when there is none. */
    Optional<JsonNode> accept(JsonNode review) {
        var proposal = items(review.path("adjustments"))
                .filter(p -> p.path("status").asText().equals("PROPOSED")
                        && p.path("replan").path("weeks").asInt() > 0)
                .findFirst();
        if (proposal.isEmpty()) {
            narrator.missing("The review proposes no other plan.");
            return Optional.empty();
        }
        var accepted =
                reviews.post("/reviews/" + id(review) + "/adjustments/" + id(proposal.get()) + "/accept", Map.of());
        narrator.good(
                "%s: %s",
                accepted.path("status").asText(), accepted.path("text").asText());
        narrator.aside("Expected: " + accepted.path("expectedEffect").asText());
        return Optional.of(accepted);
    }

    /** What was expected of an accepted proposal, and what the later review measures. */
    void showEffect(JsonNode proposal, JsonNode later) {
        var effects = items(later.path("effects"))
                .filter(effect -> id(effect, "adjustmentId").equals(id(proposal)))
                .toList();
        narrator.say("Proposed  " + proposal.path("text").asText());
        narrator.say("Expected  " + proposal.path("expectedEffect").asText());
        narrator.blank();
        var table = new Table(
                Table.Column.text("Its indicators", 0),
                Table.Column.number("Before"),
                Table.Column.number("After"),
                Table.Column.text("", 0));
        effects.forEach(effect -> table.row(
                effect.path("indicator").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
                Text.number(effect.path("before").asDouble()),
                Text.number(effect.path("after").asDouble()),
                effect.path("improved").asBoolean() ? "better" : "not better"));
        narrator.table(table);
        if (effects.stream().noneMatch(effect -> effect.path("improved").asBoolean())) {
            narrator.missing("The accepted proposal has moved none of its indicators to the better.");
        }
    }

    void compare(JsonNode before, JsonNode after) {
        var table = new Table(
                Table.Column.text("Measured", 0),
                Table.Column.number(weeks(before)),
                Table.Column.number(weeks(after)),
                Table.Column.text("", 0));
        for (var figure : FIGURES) {
            table.row(figure.name(), figure.written(before), figure.written(after), verdict(figure, before, after));
        }
        narrator.table(table);
        narrator.blank();
        items(after.path("adjustments"))
                .findFirst()
                .ifPresent(next -> narrator.say(
                        "What it proposes next: " + next.path("text").asText()));
    }

    private static String verdict(Figure figure, JsonNode before, JsonNode after) {
        if (figure.of(before).isEmpty() || figure.of(after).isEmpty()) {
            return "";
        }
        var was = Math.abs(figure.of(before).get() - figure.ideal());
        var is = Math.abs(figure.of(after).get() - figure.ideal());
        return figure.written(before).equals(figure.written(after)) ? "as before" : is < was ? "better" : "worse";
    }

    private static String weeks(JsonNode review) {
        return Text.weeks(review.path("from").asText(), review.path("to").asText());
    }
}
