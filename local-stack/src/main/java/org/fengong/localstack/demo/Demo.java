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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.localstack.Console;
import org.fengong.localstack.demo.csv.Folder;
import org.fengong.localstack.demo.csv.TeamFiles;
import org.threeten.extra.YearWeek;

/**
 * The main job from end to end, only through the public APIs: a team and its work from files, a plan, eight weeks of
 * work, a review. The steps are those in which a marketing team divides its work.
 */
public final class Demo {
    private static final int WEEKS = 8;
    private static final int TITLES_SHOWN = 2;
    private static final int BRIEFINGS_SHOWN = 2;
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

    public void run(Folder folder) {
        var firstMonday = firstMonday(suite.now().atZone(ZoneOffset.UTC).toLocalDate());
        var first = YearWeek.from(firstMonday);
        var files = TeamFiles.read(folder, firstMonday);
        var zone = ZoneId.of(files.team().timeZone());
        suite.moveTo(firstMonday.atTime(OPENING).atZone(zone).toInstant());
        console.line(console.bold("%s divides its work".formatted(files.team().name()))
                + console.dim("   it is Monday, %s (%s)".formatted(firstMonday, first)));

        step(1, "Know the members");
        var team = new TeamLoader(new Api(suite.members(), suite.token("admin", null)), files, firstMonday);
        var teamId = id(team.load());
        var leadId = team.memberId(files.team().lead());
        suite.awaitEvents();
        files.notes().forEach(note -> console.line(console.busy("  Note: " + note)));
        console.line("  %s in %s, %s, %s"
                .formatted(
                        Planning.count(files.members().size(), "member", "members"),
                        Planning.count(files.departments().size(), "department", "departments"),
                        Planning.count(files.skills().size(), "skill", "skills"),
                        Planning.count(files.absences().size(), "absence", "absences")));

        var lead = new Api(suite.tasks(), suite.token("lead", leadId));
        var work = new WorkLoader(lead, team, teamId, files);
        var cancelled = work.cancelEarlierRounds();
        step(2, "Make the goals clear");
        work.load();
        suite.awaitEvents();
        if (work.round() > 1) {
            console.line("  Round %d of this work; %s of earlier rounds cancelled."
                    .formatted(work.round(), Planning.count(cancelled, "open task", "open tasks")));
        }
        work.goals()
                .values()
                .forEach(goal -> console.line("  %s%s"
                        .formatted(
                                goal.path("title").asText(),
                                console.dim(" · "
                                        + Planning.count(
                                                goal.path("keyResults").size(), "key result", "key results")))));

        step(3, "Assess what the tasks need");
        showDemand(team, first, files);

        var allocation = new Api(suite.allocation(), suite.token("lead", leadId));
        new AskedDepartments(suite, team, files, console).answerOne(allocation, teamId, work.taskKeys(), first);

        step(4, "Make the assignment plan");
        var planning = new Planning(allocation, teamId, console);
        var plan = planning.plan(first, WEEKS, work.taskKeys().keySet());
        var assignments = planning.assignments(plan);
        planning.showTable(assignments);
        console.blank();
        planning.showReasons(assignments);
        console.blank();
        planning.showValue(plan);
        planning.publish(plan);
        suite.awaitEvents();
        console.line(console.good("  Published.") + " Plan " + id(plan) + "; its members are asked.");

        step(5, "Communicate and coordinate");
        var inForce = new Answers(suite, allocation, teamId, planning, console).collect(plan, assignments);
        suite.awaitEvents();
        assignments = planning.assignments(inForce);
        console.blank();
        planning.showLoads(
                allocation.get("/loads", Map.of("teamId", teamId, "from", first, "weeks", WEEKS)),
                team.sharePercents());
        showBriefings(assignments);

        step(6, "Work, week by week");
        new WorkingWeeks(suite, teamId, lead, zone, assignments, console)
                .pass(first, WEEKS, work.goals().values());

        step(7, "Review and optimise");
        var meeting = new ReviewMeeting(new Api(suite.review(), suite.token("lead", leadId)), teamId, console);
        var review = meeting.open(first, first.plusWeeks(WEEKS - 1L));
        meeting.show(
                review,
                work.goals().values().stream()
                        .collect(Collectors.toMap(
                                Json::id, goal -> goal.path("title").asText())));
        var draft = meeting.acceptFirstProposal(review);
        if (draft != null) {
            console.line(console.good("  Accepted the first proposal of a new plan.") + " Its draft " + draft + ":");
            planning.showValue(planning.awaitSolved(draft));
        }
    }

    private static LocalDate firstMonday(LocalDate today) {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private void step(int number, String title) {
        console.blank();
        console.line(console.bold("%d  %s".formatted(number, title)));
    }

    private void showDemand(TeamLoader team, YearWeek first, TeamFiles files) {
        var roles = files.tasks().stream().mapToInt(task -> task.roles().size()).sum();
        var dependencies =
                files.tasks().stream().mapToInt(task -> task.dependsOn().size()).sum();
        var minutes = files.tasks().stream()
                .flatMap(task -> task.roles().stream())
                .mapToInt(TeamFiles.Role::effortMinutes)
                .sum();
        var capacity = team.capacityMinutes(first, WEEKS);
        console.line("  %s with %s and %s"
                .formatted(
                        Planning.count(files.tasks().size(), "task", "tasks"),
                        Planning.count(roles, "role", "roles"),
                        Planning.count(dependencies, "dependency", "dependencies")));
        console.line("  %s hours of work for %s hours of the team's time in %d weeks (%s)"
                .formatted(
                        Planning.hours(minutes),
                        Planning.hours(capacity),
                        WEEKS,
                        capacity == 0 ? "–" : Planning.percent((double) minutes / capacity)));
    }

    /** What the members with the most roles read. */
    private void showBriefings(JsonNode assignments) {
        var rolesByMember = items(assignments.path("assigned"))
                .collect(Collectors.groupingBy(a -> id(a, "memberId"), Collectors.counting()));
        var busiest = rolesByMember.entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(BRIEFINGS_SHOWN)
                .map(Map.Entry::getKey);
        busiest.forEach(memberId -> {
            var member = new Api(suite.allocation(), suite.token("member", memberId));
            var path = "/members/" + memberId + "/briefing";
            var briefing = member.get(path);
            console.blank();
            console.line("  What %s reads in the briefing:"
                    .formatted(briefing.path("displayName").asText()));
            items(briefing.path("roles")).limit(3).forEach(role -> console.line("    " + briefed(role)));
            member.put(path + "/acknowledgement", null, Json.version(briefing));
            console.line(console.dim("    … and takes note of all %s."
                    .formatted(Planning.count(briefing.path("roles").size(), "role", "roles"))));
        });
    }

    private static String briefed(JsonNode role) {
        var text = new StringBuilder("%s in \"%s\""
                .formatted(
                        role.path("roleName").asText(), role.path("taskTitle").asText()));
        if (role.hasNonNull("goal")) {
            text.append(" for the goal \"")
                    .append(role.path("goal").path("title").asText())
                    .append("\", ")
                    .append(Planning.percent(role.path("goal").path("myShare").asDouble()))
                    .append(" of it");
        }
        if (!role.path("waitsFor").isEmpty()) {
            text.append("; after ").append(titles(role.path("waitsFor")));
        }
        if (!role.path("waitedForBy").isEmpty()) {
            text.append("; before ").append(titles(role.path("waitedForBy")));
        }
        return text.append('.').toString();
    }

    private static String titles(JsonNode tasks) {
        var many = tasks.size() > TITLES_SHOWN + 1;
        return items(tasks)
                .limit(many ? TITLES_SHOWN : tasks.size())
                .map(task -> "\"%s\"".formatted(task.path("title").asText()))
                .collect(Collectors.joining(
                        many ? ", " : " and ",
                        "",
                        many ? " and %d others".formatted(tasks.size() - TITLES_SHOWN) : ""));
    }
}
