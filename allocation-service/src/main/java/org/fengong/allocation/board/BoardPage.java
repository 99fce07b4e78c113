package org.fengong.allocation.board;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.fengong.allocation.assignment.AssignmentStatus;
import org.fengong.platform.page.Language;
import org.fengong.platform.page.PageAssets;
import org.fengong.platform.page.PageFrame;
import org.fengong.platform.page.PageTexts;

/** A board in words and shapes of one language: what the template only has to put in its place. */
public final class BoardPage {
    private static final PageAssets ASSETS = PageAssets.of(BoardPage.class).withScript(BoardPage.class, "board.js");

    /** Where bars end, in percent of the capacity. */
    static final int WIDEST = 150;

    private static final int FULL = 100;

    public record MemberRow(String name, List<WeekCell> weeks) {}

    /**
     * @param filled width of the bar up to the capacity line, and {@code over} beyond it, in percent of the capacity
     * @param elsewhere empty without work of other teams
     */
    public record WeekCell(
            String ratio, String hours, int filled, int over, String label, List<RoleLine> roles, String elsewhere) {}

    /** @param notes what is to be known of it beside its hours, such as an offer that waits */
    public record RoleLine(String task, String role, String hours, List<Note> notes) {}

    public record Note(String text, boolean bad) {}

    public record Unassigned(String task, String role, String hours, String reason) {}

    public record PlanFacts(String value, String bound, String gap, String published) {}

    private final BoardResponse board;
    private final PageTexts texts;
    private final DateTimeFormatter moments;

    BoardPage(BoardResponse board, PageTexts texts) {
        this.board = board;
        this.texts = texts;
        this.moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.language().locale())
                .withZone(ZoneId.of(board.timeZone()));
    }

    PageFrame frame() {
        return new PageFrame(texts.language(), ASSETS, texts.of("title", board.teamName()), board.teamName());
    }

    /** A text of the page that does not depend on the team. */
    public String t(String key) {
        return texts.of(key);
    }

    public String period() {
        return board.weeks().get(0) + " – " + board.weeks().get(1);
    }

    /** What to know when there is time for nothing else. */
    public String headline() {
        var over = board.members().stream()
                .filter(member -> member.weeks().stream().anyMatch(week -> week.loadMinutes() > week.capacityMinutes()))
                .count();
        var waiting = board.members().stream()
                .flatMap(member -> member.weeks().stream())
                .flatMap(week -> week.roles().stream())
                .filter(role -> role.respondBy() != null)
                .map(BoardResponse.BoardRole::assignmentId)
                .distinct()
                .count();
        return texts.of("headline", over, board.unassigned().size(), waiting);
    }

    /** Null before the first plan. */
    public PlanFacts plan() {
        var plan = board.plan();
        return plan == null
                ? null
                : new PlanFacts(
                        texts.number(plan.value(), 0),
                        texts.number(plan.bound(), 0),
                        texts.number(100 * plan.gap(), 2) + " %",
                        moment(plan.publishedAt()));
    }

    public List<String> weeks() {
        return List.of(
                texts.of("week.this", board.weeks().get(0)),
                texts.of("week.next", board.weeks().get(1)));
    }

    public List<MemberRow> members() {
        return board.members().stream()
                .map(member -> new MemberRow(
                        member.displayName() == null ? texts.of("unknown") : member.displayName(),
                        member.weeks().stream().map(this::cell).toList()))
                .toList();
    }

    private WeekCell cell(BoardResponse.BoardWeek week) {
        var percent = week.loadRatio() == null
                ? (week.loadMinutes() == 0 ? 0 : WIDEST)
                : (int) Math.min(WIDEST, Math.round(100 * week.loadRatio()));
        var ratio = week.loadRatio() != null
                ? texts.percent(week.loadRatio())
                : week.loadMinutes() == 0 ? texts.of("away") : "∞";
        var hours = texts.of("load", texts.hours(week.loadMinutes()), texts.hours(week.capacityMinutes()));
        return new WeekCell(
                ratio,
                hours,
                Math.min(percent, FULL),
                Math.max(0, percent - FULL),
                texts.of(week.loadMinutes() > week.capacityMinutes() ? "bar.over" : "bar", ratio, hours),
                week.roles().stream().map(this::line).toList(),
                week.elsewhereMinutes() == 0 ? "" : texts.of("elsewhere", texts.hours(week.elsewhereMinutes())));
    }

    private RoleLine line(BoardResponse.BoardRole role) {
        var notes = new ArrayList<Note>();
        if (role.respondBy() != null) {
            notes.add(new Note(texts.of("respondBy", moment(role.respondBy())), false));
        } else if (role.status() != AssignmentStatus.ACTIVE) {
            notes.add(new Note(texts.of(role.status()), false));
        } else if (role.offerStatus() != null) {
            notes.add(new Note(texts.of(role.offerStatus()), false));
        }
        if (role.atRisk()) {
            notes.add(new Note(texts.of("atRisk"), true));
        }
        return new RoleLine(role.taskTitle(), role.roleName(), texts.hours(role.minutes()), notes);
    }

    public List<Unassigned> unassigned() {
        return board.unassigned().stream()
                .map(role -> new Unassigned(
                        role.taskTitle(), role.roleName(), texts.hours(role.effortMinutes()), reason(role)))
                .toList();
    }

    /** Plans keep their sentences in English; other languages say what kind of reason it is. */
    private String reason(BoardResponse.UnassignedRole role) {
        return role.reason() == null
                ? texts.of("reason.notPlanned")
                : texts.language() == Language.ENGLISH ? role.reasonText() : texts.of("reason." + role.reason());
    }

    private String moment(Instant instant) {
        return moments.format(instant);
    }
}
