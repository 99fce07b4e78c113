package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.members.holiday.Holiday;
import org.fengong.members.holiday.HolidayCalendars;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** How much time members have. */
@ApplicationScoped
public class Capacities {
    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final HolidayCalendars holidays;
    private final Clock clock;

    Capacities(MemberRepository members, MembershipRepository memberships, HolidayCalendars holidays, Clock clock) {
        this.members = members;
        this.memberships = memberships;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** @param from null: the current week where the member is */
    @Transactional
    CapacityResponse byWeek(UUID id, YearWeek from, int weeks) {
        var member = members.require(id);
        var calculator = member.capacity(calendars(List.of(member)));
        var first = from == null ? Weeks.of(today(member)) : from;
        return new CapacityResponse(
                id,
                first,
                member.profile().availabilityFactor(),
                member.workingPatterns(),
                Weeks.range(first, weeks).stream().map(calculator::of).toList());
    }

    /** @param from null: today where the member is */
    @Transactional
    DailyCapacityResponse byDay(UUID id, LocalDate from, int days) {
        var member = members.require(id);
        var calculator = member.capacity(calendars(List.of(member)));
        var first = from == null ? today(member) : from;
        return new DailyCapacityResponse(
                id,
                first,
                first.datesUntil(first.plusDays(days)).map(calculator::of).toList());
    }

    /** What a team has of one member in each of the weeks. */
    public record ForTeam(Person member, List<Integer> minutes) {}

    /** All who are in the team in one of the weeks, by name. */
    @Transactional
    public List<ForTeam> ofTeam(UUID teamId, List<YearWeek> weeks) {
        var terms = memberships.ofTeam(teamId, Weeks.monday(weeks.get(0)), Weeks.sunday(weeks.get(weeks.size() - 1)));
        var people = members.named(terms.keySet());
        var calendars = calendars(people);
        return people.stream()
                .map(member -> {
                    var calculator = member.capacity(calendars);
                    var share = terms.get(member.id());
                    return new ForTeam(
                            Person.of(member),
                            weeks.stream()
                                    .map(week -> calculator.sharedMinutes(week, share::sharePercentOn))
                                    .toList());
                })
                .toList();
    }

    private LocalDate today(Member member) {
        return LocalDate.now(clock.withZone(ZoneId.of(member.profile().timeZone())));
    }

    private Map<UUID, List<Holiday>> calendars(List<Member> of) {
        return holidays.holidays(of.stream().flatMap(Member::holidayCalendars).collect(Collectors.toSet()));
    }
}
