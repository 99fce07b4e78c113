package org.fengong.allocation.snapshot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * Minutes that a member can give in a week, by the same rule as members-service:
 *
 * <pre>
 * net(d)     = factor(d) × minutes of d's weekday × (1 − min(1, Σ shares of holidays and absences on d)), minutes and
 *              factor by the latest pattern valid on d, the factor else the member's; 0 before joinedOn and after leftOn
 * minutes(w) = floor( Σ over the days d of week w of net(d) )
 * shared(w)  = floor( Σ net(d) × share(d) ÷ 100 ), share(d) = Σ sharePercent in the teams on d
 * </pre>
 */
public final class Capacity {
    private static final BigDecimal HUNDRED_HALVES = BigDecimal.valueOf(200);

    private Capacity() {}

    /** All of the week, for all teams together. */
    public static int minutes(MemberState member, YearWeek week) {
        return sum(member, week, null, null);
    }

    /**
     * The part that the teams may use.
     *
     * @param from days before it do not count any more
     */
    public static int sharedMinutes(MemberState member, YearWeek week, Collection<UUID> teamIds, LocalDate from) {
        return sum(member, week, teamIds, from);
    }

    /** Whether the member has any time for work on that day. */
    public static boolean worksOn(MemberState member, LocalDate day) {
        return netHalfMinutes(member, day).signum() > 0;
    }

    private static int sum(MemberState member, YearWeek week, Collection<UUID> teamIds, LocalDate from) {
        if (!member.active() && member.leftOn() == null) {
            return 0;
        }
        var sum = BigDecimal.ZERO; // half minutes × percent
        for (var day = Weeks.monday(week); !day.isAfter(Weeks.sunday(week)); day = day.plusDays(1)) {
            if (from == null || !day.isBefore(from)) {
                var percent = teamIds == null ? 100 : sharePercent(member, day, teamIds);
                sum = sum.add(netHalfMinutes(member, day).multiply(BigDecimal.valueOf(percent)));
            }
        }
        return sum.divide(HUNDRED_HALVES, 0, RoundingMode.FLOOR).intValueExact();
    }

    private static int sharePercent(MemberState member, LocalDate day, Collection<UUID> teamIds) {
        return member.memberships().stream()
                .filter(m -> teamIds.contains(m.teamId()) && m.covers(day))
                .mapToInt(MemberState.Membership::sharePercent)
                .sum();
    }

    private static BigDecimal netHalfMinutes(MemberState member, LocalDate day) {
        if ((member.joinedOn() != null && day.isBefore(member.joinedOn()))
                || (member.leftOn() != null && day.isAfter(member.leftOn()))) {
            return BigDecimal.ZERO;
        }
        var pattern = member.workingPatterns().stream()
                .filter(begun -> !day.isBefore(begun.validFrom()))
                .max(Comparator.comparing(MemberState.WorkingPattern::validFrom));
        if (pattern.isEmpty()) {
            return BigDecimal.ZERO;
        }
        var minutes = pattern.get().minutes().get(day.getDayOfWeek().getValue() - 1);
        var factor = pattern.get().availabilityFactor();
        return (factor == null ? member.availabilityFactor() : factor)
                .multiply(BigDecimal.valueOf((long) minutes * (2 - Math.min(2, awayHalves(member, day)))));
    }

    private static int awayHalves(MemberState member, LocalDate day) {
        var free = member.holidays().stream()
                .filter(holiday -> holiday.day().equals(day))
                .mapToDouble(MemberState.Holiday::share);
        var away = member.absences().stream()
                .filter(a -> !day.isBefore(a.from()) && !day.isAfter(a.to()))
                .mapToDouble(MemberState.Absence::share);
        return (int) (2 * DoubleStream.concat(free, away).sum());
    }
}
