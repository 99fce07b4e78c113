package org.fengong.tasks.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.fengong.platform.time.Weeks;
import org.fengong.tasks.task.OpenWork;
import org.threeten.extra.YearWeek;

/**
 * Minutes that open roles ask for, by week.
 *
 * <p>A role's remaining minutes are spread evenly over the ISO weeks from max(earliest start, today) to the due date, the
 * first weeks getting the odd minutes; what is overdue falls into the current week. A role counts fully for each of its
 * skills and fields, and once in the totals, by department, importance and goal.
 */
class DemandCalculator {
    private final LocalDate today;
    private final List<YearWeek> horizon;
    private final Map<UUID, String> fieldBySkill;

    /** @param horizon weeks that are reported; what falls outside is not counted */
    DemandCalculator(LocalDate today, List<YearWeek> horizon, Map<UUID, String> fieldBySkill) {
        this.today = today;
        this.horizon = horizon;
        this.fieldBySkill = fieldBySkill;
    }

    Demand of(List<OpenWork.Item> items) {
        var total = new long[horizon.size()];
        Map<UUID, long[]> bySkill = new TreeMap<>();
        Map<String, long[]> byField = new TreeMap<>();
        Map<UUID, long[]> byDepartment = new TreeMap<>();
        Map<Integer, long[]> byImportance = new TreeMap<>();
        Map<UUID, long[]> byGoal = new TreeMap<>();
        for (var item : items) {
            for (var role : item.roles()) {
                spread(item, role.remainingMinutes(), (week, minutes) -> {
                    total[week] += minutes;
                    role.skills().forEach(s -> add(bySkill, s.skillId(), week, minutes));
                    role.skills().stream()
                            .map(s -> fieldBySkill.get(s.skillId()))
                            .filter(java.util.Objects::nonNull)
                            .distinct()
                            .forEach(field -> add(byField, field, week, minutes));
                    if (role.departmentId() != null) {
                        add(byDepartment, role.departmentId(), week, minutes);
                    }
                    add(byImportance, item.importance(), week, minutes);
                    if (item.goalId() != null) {
                        add(byGoal, item.goalId(), week, minutes);
                    }
                });
            }
        }
        return new Demand(
                weeksOf(total),
                series(bySkill),
                series(byField),
                series(byDepartment),
                series(byImportance),
                series(byGoal));
    }

    private void spread(OpenWork.Item item, int minutes, BiConsumer<Integer, Integer> share) {
        var current = Weeks.of(today);
        var start = item.earliestStart() == null || item.earliestStart().isBefore(today)
                ? current
                : Weeks.of(item.earliestStart());
        var due = Weeks.of(item.dueDate());
        var count = Math.max(1, Weeks.between(start, due) + 1);
        var offset = Weeks.between(horizon.get(0), start);
        for (int week = Math.max(0, offset); week < Math.min(horizon.size(), offset + count); week++) {
            var part = minutes / count + (week - offset < minutes % count ? 1 : 0);
            if (part > 0) {
                share.accept(week, part);
            }
        }
    }

    private <K> void add(Map<K, long[]> sums, K key, int week, int minutes) {
        sums.computeIfAbsent(key, k -> new long[horizon.size()])[week] += minutes;
    }

    private <K> List<Demand.Series<K>> series(Map<K, long[]> sums) {
        return sums.entrySet().stream()
                .map(e -> new Demand.Series<>(e.getKey(), weeksOf(e.getValue())))
                .toList();
    }

    private List<Demand.WeekMinutes> weeksOf(long[] sums) {
        var weeks = new ArrayList<Demand.WeekMinutes>();
        for (int i = 0; i < sums.length; i++) {
            weeks.add(new Demand.WeekMinutes(horizon.get(i), sums[i]));
        }
        return weeks;
    }
}
