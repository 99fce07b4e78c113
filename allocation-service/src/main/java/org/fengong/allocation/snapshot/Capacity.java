package org.fengong.allocation.snapshot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * Minutes that a member can give in a week, by the same rule as members-service:
 *
 * <pre>
 * net(d)     = minutes of d's weekday in the latest pattern valid on d × (1 − min(1, Σ shares of absences on d));
 *              0 before joinedOn and after leftOn
 * minutes(w) = floor( availabilityFactor × Σ over the days d of week w of net(d) )
 * shared(w)  = floor( availabilityFactor × Σ net(d) × share(d) ÷ 100 ), share(d) = Σ sharePercent in the teams on d
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

    private static int sum(MemberState member, YearWeek week, Collection<UUID> teamIds, LocalDate from) {
        if (!member.active() && member.leftOn() == null) {
            return 0;
        }
        long sum = 0; // half minutes × percent
        for (var day = Weeks.monday(week); !day.isAfter(Weeks.sunday(week)); day = day.plusDays(1)) {
            if (from == null || !day.isBefore(from)) {
                sum += (long) netHalfMinutes(member, day)
                        * (teamIds == null ? 100 : sharePercent(member, day, teamIds));
            }
        }
        return member.availabilityFactor()
                .multiply(BigDecimal.valueOf(sum))
                .divide(HUNDRED_HALVES, 0, RoundingMode.FLOOR)
                .intValueExact();
    }

    private static int sharePercent(MemberState member, LocalDate day, Collection<UUID> teamIds) {
        return member.memberships().stream()
                .filter(m -> teamIds.contains(m.teamId()) && m.covers(day))
                .mapToInt(MemberState.Membership::sharePercent)
                .sum();
    }

    private static int netHalfMinutes(MemberState member, LocalDate day) {
        if ((member.joinedOn() != null && day.isBefore(member.joinedOn()))
                || (member.leftOn() != null && day.isAfter(member.leftOn()))) {
            return 0;
        }
        var gross = member.workingPatterns().stream()
                .filter(pattern -> !day.isBefore(pattern.validFrom()))
                .max(Comparator.comparing(MemberState.WorkingPattern::validFrom))
                .map(pattern -> pattern.minutes().get(day.getDayOfWeek().getValue() - 1))
                .orElse(0);
        var awayHalves = member.absences().stream()
                .filter(a -> !day.isBefore(a.from()) && !day.isAfter(a.to()))
                .mapToInt(a -> a.share() == 1.0 ? 2 : 1)
                .sum();
        return gross * (2 - Math.min(2, awayHalves));
    }
}
