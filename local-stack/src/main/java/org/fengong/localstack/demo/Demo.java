package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.localstack.Console;
import org.fengong.localstack.demo.csv.Folder;
import org.fengong.localstack.demo.csv.TeamFiles;
import org.threeten.extra.YearWeek;

/**
 * The main job from end to end, only through the public APIs, in three periods: a plan that meets its members and an
 * absence; a review whose proposal becomes the next plan; and a review that shows what came of it.
 */
public final class Demo {
    private static final int WEEKS = 8;
    private static final int PERIOD_WEEKS = 2;
    private static final LocalTime OPENING = LocalTime.of(8, 0);

    private final Suite suite;
    private final Console console;

    public Demo(Suite suite, Console console) {
        this.suite = suite;
        this.console = console;
    }

    /** Reads the files, to know what is wrong with them before anything is started. */
    public static void check(Folder folder, LocalDate today) {
        TeamFiles.read(folder, firstMonday(today));
    }

    /**
     * @throws RuntimeException when a service refuses something
     * @throws StoryException when the sample leads to something else than the story is about; files of somebody's own may
     */
    public void run(Folder folder) {
        var firstMonday = firstMonday(suite.now().atZone(ZoneOffset.UTC).toLocalDate());
        var files = TeamFiles.read(folder, firstMonday);
        var zone = ZoneId.of(files.team().timeZone());
        suite.moveTo(firstMonday.atTime(OPENING).atZone(zone).toInstant());
        var narrator = new Narrator(console, folder.isSample());
        narrator.title(
                "%s divides its work".formatted(files.team().name()),
                "It is Monday, %s, the first day of %s.".formatted(firstMonday, YearWeek.from(firstMonday)));
        narrator.period("First period", "A plan meets the people.");
        narrator.step("The team and its work come in as tables");
        new Story(firstMonday, files, zone, narrator).tell();
    }

    private static LocalDate firstMonday(LocalDate today) {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    /** One telling of it. */
    private final class Story {
        private final YearWeek first;
        private final TeamFiles files;
        private final Narrator narrator;
        private final LedTeam team;
        private final WorkSetup setup;
        private final Uploads uploads = new Uploads();
        private final Planning planning;
        private final Offers offers;
        private final ReviewMeeting meeting;

        private Story(LocalDate firstMonday, TeamFiles files, ZoneId zone, Narrator narrator) {
            this.first = YearWeek.from(firstMonday);
            this.files = files;
            this.narrator = narrator;
            var loaded = new TeamSetup(
                            new Api(suite.members(), suite.token("admin", null)), files, firstMonday, uploads)
                    .load();
            suite.awaitEvents();
            this.team = new LedTeam(suite, id(loaded), id(loaded, "leadId"), zone);
            this.setup = new WorkSetup(team, files, uploads);
            this.planning = new Planning(team.allocation(), team.id(), narrator);
            this.offers = new Offers(team, narrator);
            this.meeting = new ReviewMeeting(team, narrator);
        }

        private void tell() {
            takeIn();
            var goals = setup.goals();
            var tasks = setup.tasks();
            ask(tasks);
            var assignments = plan(tasks);
            agree(assignments);
            inform(assignments);
            var weeks = new WorkingWeeks(team, names(assignments), narrator);
            workAndFallIll(weeks, assignments, goals);

            narrator.period("Second period", "A review changes the plan.");
            var review = review(first);
            narrator.step("Accept a proposal");
            var proposal = meeting.accept(review);
            proposal.ifPresent(this::publishProposed);
            var second = first.plusWeeks(PERIOD_WEEKS);
            narrator.step("Work by the new plan");
            work(weeks, second, goals);
            weeks.show();

            narrator.period("Third period", "The next review shows what came of it.");
            var next = review(second);
            proposal.ifPresent(accepted -> {
                narrator.step("Expected and real");
                meeting.showEffect(accepted, next);
            });
            narrator.step("Before and after");
            meeting.compare(review, next);
            farewell();
        }

        private void takeIn() {
            var cancelled = setup.cancelEarlierRounds();
            setup.load();
            narrator.table(uploads.table());
            if (setup.round() > 1) {
                narrator.aside(
                        "Round %d of this work; %s of earlier rounds cancelled.",
                        setup.round(), Text.count(cancelled, "open task", "open tasks"));
            }
            var goals = setup.goals();
            for (var bundle : files.bundles()) {
                narrator.blank();
                narrator.say(
                        "The template “%s” makes %s for %s.",
                        bundle.template(),
                        Text.count(setup.instantiate(bundle, goals).size(), "task", "tasks"),
                        bundle.date());
            }
            suite.awaitEvents();
            narrator.blank();
            goals.forEach(goal -> narrator.say(
                    "Goal  %s %s",
                    goal.path("title").asText(),
                    console.dim("· " + Text.count(goal.path("keyResults").size(), "key result", "key results"))));
            meeting.schedule();
        }

        private void ask(List<JsonNode> tasks) {
            narrator.step("Other departments are asked");
            new Requests(team, tasks, narrator).answerOne();
            suite.awaitEvents();
        }

        private JsonNode plan(List<JsonNode> tasks) {
            narrator.step("Eight weeks are planned");
            var plan = planning.plan(first, WEEKS, tasks);
            var assignments = planning.assignments(plan);
            planning.showRoles(assignments);
            narrator.blank();
            planning.showReasons(assignments);
            narrator.blank();
            planning.showValue(plan);
            planning.publish(plan);
            narrator.good("Published; the members are asked.");
            return assignments;
        }

        private void agree(JsonNode assignments) {
            narrator.step("The members answer");
            var declined = offers.declineOne(assignments);
            narrator.say("%s accepted.", Text.count(offers.acceptAll(), "other offer is", "other offers are"));
            suite.awaitEvents();
            if (declined) {
                answerNews("OFFER_DECLINED");
            }
        }

        /** The draft that follows on news is put into force. */
        private void answerNews(String cause) {
            narrator.aside("News are collected for half a minute; then a draft is made of them.");
            var draft = planning.awaitDraftBecauseOf(cause);
            if (draft.isEmpty()) {
                narrator.missing("No draft was made because of " + cause + ".");
                return;
            }
            narrator.blank();
            publish(draft.get());
        }

        private void publish(JsonNode draft) {
            if (planning.showChanges(draft) == 0) {
                narrator.missing("The new draft changes nothing.");
            }
            planning.publish(draft);
            var asked = offers.acceptAll();
            suite.awaitEvents();
            narrator.good("Published, and accepted by everybody who was asked (%d).", asked);
        }

        private void inform(JsonNode assignments) {
            narrator.step("Everybody knows");
            planning.showLoads(
                    team.allocation().get("/loads", Map.of("teamId", team.id(), "from", first, "weeks", WEEKS)));
            narrator.blank();
            new Briefings(team, narrator).show(assignments);
        }

        private void workAndFallIll(WorkingWeeks weeks, JsonNode assignments, List<JsonNode> goals) {
            narrator.step("The work begins, and somebody falls ill");
            weeks.moveToEndOf(first);
            weeks.work(first);
            if (new Absence(team, narrator).report(first.plusWeeks(1), assignments)) {
                answerNews("ABSENCE");
            }
            narrator.blank();
            weeks.moveToEndOf(first.plusWeeks(1));
            weeks.work(first.plusWeeks(1));
            weeks.measure(goals, first.plusWeeks(1), (double) PERIOD_WEEKS / WEEKS);
            weeks.show();
        }

        private void work(WorkingWeeks weeks, YearWeek from, List<JsonNode> goals) {
            for (var week = from; week.isBefore(from.plusWeeks(PERIOD_WEEKS)); week = week.plusWeeks(1)) {
                weeks.moveToEndOf(week);
                weeks.work(week);
            }
            weeks.measure(goals, from.plusWeeks(PERIOD_WEEKS - 1L), 2.0 * PERIOD_WEEKS / WEEKS);
        }

        private JsonNode review(YearWeek from) {
            var monday = from.plusWeeks(PERIOD_WEEKS).atDay(DayOfWeek.MONDAY);
            suite.awaitEvents();
            suite.moveTo(monday.atTime(OPENING).atZone(team.zone()).toInstant());
            narrator.step("It is Monday, %s: the review of two weeks is due".formatted(monday));
            var review = meeting.await(from, from.plusWeeks(PERIOD_WEEKS - 1L));
            meeting.show(review);
            return review;
        }

        private void publishProposed(JsonNode proposal) {
            narrator.blank();
            var draft = planning.awaitSolved(id(proposal, "planId"));
            planning.showMembers(draft);
            narrator.blank();
            publish(draft);
        }

        private void farewell() {
            narrator.step("What to try next");
            var table = new Table(Table.Column.text("Type", 0), Table.Column.text("and see", 0));
            var team = " --team " + files.team().key();
            table.row("./fengong up", "the suite again, with all that happened here");
            table.row("./fengong open board" + team, "who does what this week and the next, live");
            table.row("./fengong open report" + team, "the review, on a page of two minutes");
            table.row("./fengong demo --from DIR", "this story with your own team and work");
            narrator.table(table);
        }
    }

    private static Map<UUID, String> names(JsonNode assignments) {
        var names = new HashMap<UUID, String>();
        for (var list : List.of("assigned", "unassigned")) {
            items(assignments.path(list))
                    .forEach(role -> names.put(
                            id(role, "roleId"),
                            role.path("taskTitle").asText()
                                    + role.path("roleName").asText()));
        }
        return names;
    }
}
