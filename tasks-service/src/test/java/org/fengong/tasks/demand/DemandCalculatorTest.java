package org.fengong.tasks.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fengong.platform.time.Weeks;
import org.fengong.tasks.task.OpenWork;
import org.fengong.tasks.task.Role;
import org.fengong.tasks.task.SkillRequirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.threeten.extra.YearWeek;

class DemandCalculatorTest {
    /** Wednesday of week 48. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final YearWeek THIS_WEEK = YearWeek.of(2026, 48);
    private static final UUID WRITING = UUID.randomUUID();
    private static final UUID EDITING = UUID.randomUUID();
    private static final UUID DRAWING = UUID.randomUUID();
    private static final Map<UUID, String> FIELDS = Map.of(WRITING, "content", EDITING, "content", DRAWING, "brand");

    private static Role role(int minutes, UUID... skills) {
        return role(minutes, null, false, null, skills);
    }

    private static Role role(int effort, Integer estimate, boolean completed, UUID department, UUID... skills) {
        return new Role(
                UUID.randomUUID(),
                "Author",
                effort,
                estimate,
                0,
                department,
                null,
                completed,
                null,
                null,
                Arrays.stream(skills)
                        .map(id -> new SkillRequirement(id, 3, true, 1))
                        .toList());
    }

    private static OpenWork.Item task(LocalDate earliestStart, LocalDate dueDate, Role... roles) {
        return new OpenWork.Item(null, 3, earliestStart, dueDate, List.of(roles));
    }

    /** Of the four weeks from this one on: 48, 49, 50, 51. */
    private static Demand demand(OpenWork.Item... tasks) {
        return demandFrom(THIS_WEEK, tasks);
    }

    private static Demand demandFrom(YearWeek first, OpenWork.Item... tasks) {
        return new DemandCalculator(TODAY, Weeks.range(first, 4), FIELDS).of(List.of(tasks));
    }

    private static List<Long> total(Demand demand) {
        return minutes(demand.total());
    }

    private static List<Long> minutes(List<Demand.WeekMinutes> weeks) {
        return weeks.stream().map(Demand.WeekMinutes::minutes).toList();
    }

    private static <K> List<Long> of(List<Demand.Series<K>> series, K key) {
        return series.stream()
                .filter(s -> s.of().equals(key))
                .map(s -> minutes(s.weeks()))
                .findFirst()
                .orElse(List.of());
    }

    @Test
    void spreadsARoleEvenlyFromThisWeekToTheDueDateTheFirstWeekTakingTheOddMinute() {
        var demand = demand(task(null, LocalDate.of(2026, 12, 11), role(1000)));

        assertThat(total(demand)).containsExactly(334L, 333L, 333L, 0L);
        assertThat(demand.total())
                .extracting(Demand.WeekMinutes::week)
                .containsExactly(
                        YearWeek.of(2026, 48), YearWeek.of(2026, 49), YearWeek.of(2026, 50), YearWeek.of(2026, 51));
    }

    @Test
    void startsNoEarlierThanTheTaskMay() {
        // Monday of week 50 to Friday of week 51
        var later = task(LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 18), role(601));
        // Sunday still is of week 48
        var sunday = task(LocalDate.of(2026, 11, 29), LocalDate.of(2026, 11, 30), role(20));

        assertThat(total(demand(later))).containsExactly(0L, 0L, 301L, 300L);
        assertThat(total(demand(sunday))).containsExactly(10L, 10L, 0L, 0L);
    }

    @Test
    void spreadsWhatMayHaveStartedLongAgoOverWhatIsLeftOfItsTime() {
        assertThat(total(demand(task(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 4), role(500)))))
                .containsExactly(250L, 250L, 0L, 0L);
    }

    @Test
    void putsWhatIsOverdueIntoThisWeek() {
        assertThat(total(demand(task(null, LocalDate.of(2026, 11, 20), role(240)))))
                .containsExactly(240L, 0L, 0L, 0L);
        assertThat(total(demand(task(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 1), role(240)))))
                .containsExactly(240L, 0L, 0L, 0L);
    }

    @Test
    void leavesOutWhatFallsBehindTheHorizon() {
        // weeks 48 to 53, of which the last two are behind the horizon
        assertThat(total(demand(task(null, LocalDate.of(2027, 1, 1), role(600)))))
                .containsExactly(100L, 100L, 100L, 100L);
    }

    @Test
    void leavesOutWhatFallsBeforeTheHorizon() {
        var threeWeeks = task(null, LocalDate.of(2026, 12, 11), role(1000));

        assertThat(total(demandFrom(YearWeek.of(2026, 49), threeWeeks))).containsExactly(333L, 333L, 0L, 0L);
        assertThat(total(demandFrom(YearWeek.of(2026, 46), threeWeeks))).containsExactly(0L, 0L, 334L, 333L);
        assertThat(total(demandFrom(YearWeek.of(2027, 10), threeWeeks))).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void goesThroughTheWeek53IntoTheNextYear() {
        // Monday 2026-12-28 to Sunday 2027-01-10
        var task = task(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 10), role(100));

        assertThat(total(demandFrom(YearWeek.of(2026, 52), task))).containsExactly(0L, 50L, 50L, 0L);
    }

    @Test
    void givesFewMinutesToTheFirstWeeks() {
        assertThat(total(demand(task(null, LocalDate.of(2026, 12, 18), role(2)))))
                .containsExactly(1L, 1L, 0L, 0L);
    }

    @Test
    void countsARoleFullyForEachOfItsSkillsAndOnceInTheTotal() {
        var demand = demand(task(null, TODAY, role(120, WRITING, DRAWING), role(60, WRITING)));

        assertThat(total(demand)).containsExactly(180L, 0L, 0L, 0L);
        assertThat(of(demand.bySkill(), WRITING)).containsExactly(180L, 0L, 0L, 0L);
        assertThat(of(demand.bySkill(), DRAWING)).containsExactly(120L, 0L, 0L, 0L);
        assertThat(of(demand.byField(), "content")).containsExactly(180L, 0L, 0L, 0L);
        assertThat(of(demand.byField(), "brand")).containsExactly(120L, 0L, 0L, 0L);
    }

    @Test
    void countsARoleOnceForAFieldOfWhichItAsksTwoSkills() {
        var demand = demand(task(null, TODAY, role(120, WRITING, EDITING)));

        assertThat(of(demand.byField(), "content")).containsExactly(120L, 0L, 0L, 0L);
        assertThat(demand.bySkill()).hasSize(2);
    }

    @Test
    void knowsNoFieldOfASkillThatItDoesNotKnow() {
        var unknown = UUID.randomUUID();

        var demand = demand(task(null, TODAY, role(120, unknown)));

        assertThat(of(demand.bySkill(), unknown)).containsExactly(120L, 0L, 0L, 0L);
        assertThat(demand.byField()).isEmpty();
    }

    @Test
    void sumsUpByDepartmentImportanceAndGoal() {
        var sales = UUID.randomUUID();
        var goal = UUID.randomUUID();
        var important = new OpenWork.Item(
                goal, 5, null, TODAY, List.of(role(100, null, false, sales), role(10, null, false, null)));
        var other = new OpenWork.Item(goal, 1, null, LocalDate.of(2026, 12, 4), List.of(role(8)));
        var noGoal = new OpenWork.Item(null, 5, null, TODAY, List.of(role(1000)));

        var demand = demand(important, other, noGoal);

        assertThat(of(demand.byDepartment(), sales)).containsExactly(100L, 0L, 0L, 0L);
        assertThat(demand.byDepartment()).hasSize(1);
        assertThat(of(demand.byImportance(), 5)).containsExactly(1110L, 0L, 0L, 0L);
        assertThat(of(demand.byImportance(), 1)).containsExactly(4L, 4L, 0L, 0L);
        assertThat(of(demand.byGoal(), goal)).containsExactly(114L, 4L, 0L, 0L);
        assertThat(demand.byGoal()).hasSize(1);
        assertThat(total(demand)).containsExactly(1114L, 4L, 0L, 0L);
    }

    @Test
    void asksForWhatIsEstimatedAndForNothingOnceARoleIsCompleted() {
        var demand = demand(task(null, TODAY, role(600, 90, false, null, WRITING), role(600, 0, true, null, DRAWING)));

        assertThat(total(demand)).containsExactly(90L, 0L, 0L, 0L);
        assertThat(demand.bySkill()).hasSize(1);
    }

    @Test
    void hasNothingToTellWhenNothingIsOpen() {
        var demand = demand();

        assertThat(total(demand)).containsExactly(0L, 0L, 0L, 0L);
        assertThat(demand.bySkill()).isEmpty();
        assertThat(demand.byImportance()).isEmpty();
    }

    @Test
    @Timeout(2)
    void looksAtNoMoreWeeksThanTheHorizonHowEverFarTheDueDate() {
        var farOff = LocalDate.of(9999, 12, 31);
        var tasks = java.util.stream.IntStream.range(0, 2000)
                .mapToObj(i -> task(null, farOff, role(120_000)))
                .toArray(OpenWork.Item[]::new);

        // 120,000 minutes in 416,017 weeks
        assertThat(total(demand(tasks))).containsExactly(2000L, 2000L, 2000L, 2000L);
    }

    @Property(tries = 300)
    void losesNoMinuteWithinTheHorizon(
            @ForAll @IntRange(min = 1, max = 120_000) int minutes,
            @ForAll @IntRange(min = -60, max = 60) int startInDays,
            @ForAll @IntRange(max = 100) int lengthInDays) {
        var start = TODAY.plusDays(startInDays);
        var horizon = Weeks.range(THIS_WEEK, 26);

        var demand = new DemandCalculator(TODAY, horizon, FIELDS)
                .of(List.of(task(start, start.plusDays(lengthInDays), role(minutes))));

        assertThat(total(demand).stream().mapToLong(Long::longValue).sum()).isEqualTo(minutes);
        var asked = total(demand).stream().filter(m -> m > 0).toList();
        assertThat(asked).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(asked.get(0) - asked.get(asked.size() - 1)).isBetween(0L, 1L);
    }
}
