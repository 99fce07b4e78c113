package org.fengong.review.metric;

import java.time.DayOfWeek;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * Whether the members' load was fair in the long run (P3): one full week among many is forgiven, always the same full
 * member is not.
 *
 * @param from first of the weeks
 * @param to last of the weeks, that of the period
 */
public record FairnessOverTime(Measure jainIndex, YearWeek from, YearWeek to, List<MemberLoadOverTime> inputs) {
    /** How far it looks back, the period's last week included. */
    public static final int WEEKS = 12;

    /**
     * @param weeks those in which the member belonged to the team and had capacity
     * @param loadMinutes what stood in them
     * @param notDoneMinutes the part of it that did not happen
     * @param loadRatio null when the member had no capacity and is not counted
     */
    public record MemberLoadOverTime(
            UUID memberId,
            int weeks,
            int loadMinutes,
            int notDoneMinutes,
            int capacityMinutes,
            @Schema(nullable = true) Double loadRatio) {}

    static FairnessOverTime of(Facts facts) {
        var inputs = facts.pastWeeks().stream()
                .collect(Collectors.groupingBy(Facts.MemberWeek::memberId, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(member -> loadOf(member.getKey(), member.getValue(), facts))
                .toList();
        var ratios = inputs.stream()
                .filter(member -> member.loadRatio() != null)
                .mapToDouble(MemberLoadOverTime::loadRatio)
                .toArray();
        return new FairnessOverTime(
                new Measure(
                        Spread.jain(ratios),
                        "ratio",
                        "(sum of loadRatio)^2 / (count * sum of loadRatio^2) over the inputs; loadRatio = (loadMinutes -"
                                + " notDoneMinutes) / capacityMinutes over the member's weeks in the team among the last "
                                + WEEKS
                                + "; weeks and members without capacity do not count; notDoneMinutes = what stood for"
                                + " released assignments until their release and was not logged"),
                facts.period().to().minusWeeks(WEEKS - 1),
                facts.period().to(),
                inputs);
    }

    private static MemberLoadOverTime loadOf(UUID memberId, List<Facts.MemberWeek> all, Facts facts) {
        var weeks = all.stream().filter(week -> week.capacityMinutes() > 0).toList();
        var load = weeks.stream().mapToInt(Facts.MemberWeek::loadMinutes).sum();
        var capacity =
                weeks.stream().mapToInt(Facts.MemberWeek::capacityMinutes).sum();
        var notDone = weeks.stream()
                .mapToInt(week -> Math.min(week.loadMinutes(), notDone(memberId, week.week(), facts)))
                .sum();
        return new MemberLoadOverTime(
                memberId,
                weeks.size(),
                load,
                notDone,
                capacity,
                capacity == 0 ? null : (Double) ((double) (load - notDone) / capacity));
    }

    private static int notDone(UUID memberId, YearWeek week, Facts facts) {
        return facts.released().stream()
                .filter(released -> released.memberId().equals(memberId))
                .mapToInt(released -> Math.max(0, stood(released, week) - minutes(released.logged(), week)))
                .sum();
    }

    /** Past weeks are frozen as planned; of the week of the release the working days before it are; later ones are free. */
    private static int stood(Facts.Released released, YearWeek week) {
        var releaseWeek = Weeks.of(released.on());
        if (week.isAfter(releaseWeek)) {
            return 0;
        }
        var minutes = minutes(released.weeks(), week);
        var daysDone = Math.min(released.on().getDayOfWeek().getValue() - 1, DayOfWeek.FRIDAY.getValue());
        return week.equals(releaseWeek) ? minutes * daysDone / DayOfWeek.FRIDAY.getValue() : minutes;
    }

    private static int minutes(List<Facts.WeekMinutes> weeks, YearWeek week) {
        return weeks.stream()
                .filter(one -> one.week().equals(week))
                .mapToInt(Facts.WeekMinutes::minutes)
                .sum();
    }
}
