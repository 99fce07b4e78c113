package org.fengong.allocation.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.AssignmentStatus;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.snapshot.GoalState;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.platform.time.Weeks;

/** Writes what stands for a member as iCalendar: an all-day event for each assignment and run of weeks. */
@ApplicationScoped
class MemberCalendar {
    private final AssignmentReader assignments;
    private final SnapshotReader snapshots;

    MemberCalendar(AssignmentReader assignments, SnapshotReader snapshots) {
        this.assignments = assignments;
        this.snapshots = snapshots;
    }

    /** The same text as long as nothing changes. */
    String of(MemberState member) {
        var standing = assignments.named(assignments.standingOf(member.memberId()));
        var tasks = snapshots.tasks(
                standing.stream().map(AssignmentResponse::taskId).collect(Collectors.toSet()));
        var goals = snapshots.goals(tasks.values().stream()
                .map(TaskState::goalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var calendar = new ICalendar();
        calendar.setProductId("-//Fengong//allocation-service//EN");
        calendar.setName("Fengong: " + member.displayName());
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        standing.stream()
                .filter(assignment -> tasks.containsKey(assignment.taskId()))
                .flatMap(assignment -> events(assignment, tasks.get(assignment.taskId()), goals))
                .forEach(calendar::addEvent);
        return Biweekly.write(calendar).go();
    }

    private static Stream<VEvent> events(AssignmentResponse assignment, TaskState task, Map<?, GoalState> goals) {
        var runs = runs(assignment.weeks());
        return Stream.iterate(0, i -> i < runs.size(), i -> i + 1)
                .map(i -> event(assignment, i, runs.get(i), task, goals.get(task.goalId())));
    }

    /** Weeks without a gap between them, in order. */
    private static List<List<WeekMinutes>> runs(List<WeekMinutes> weeks) {
        var runs = new ArrayList<List<WeekMinutes>>();
        for (var week : weeks) {
            var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || !last.get(last.size() - 1).week().plusWeeks(1).equals(week.week())) {
                runs.add(new ArrayList<>(List.of(week)));
            } else {
                last.add(week);
            }
        }
        return runs;
    }

    /** @param run the how-manieth of the assignment, from 0: the event stays the same one when its weeks move */
    private static VEvent event(
            AssignmentResponse assignment, int run, List<WeekMinutes> weeks, TaskState task, GoalState goal) {
        var role = task.roles().stream()
                .filter(r -> r.roleId().equals(assignment.roleId()))
                .map(r -> " · " + r.name())
                .findFirst()
                .orElse("");
        var event = new VEvent();
        event.setUid("%s-%d@fengong".formatted(assignment.id(), run));
        event.setDateTimeStamp(Date.from(assignment.createdAt()));
        event.setSequence(Math.toIntExact(assignment.version()));
        event.setSummary(task.title() + role);
        event.setDescription(description(assignment, weeks, task, goal));
        event.setDateStart(new DateStart(day(Weeks.monday(weeks.get(0).week())), false));
        event.setDateEnd(new DateEnd(
                day(Weeks.monday(weeks.get(weeks.size() - 1).week().plusWeeks(1))), false));
        event.setStatus(assignment.status() == AssignmentStatus.OFFERED ? Status.tentative() : Status.confirmed());
        event.setTransparency(true); // a week with some hours of work is not a week in which nobody can be met
        return event;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** The goal with its key result, the hours of each week, and why this member: nothing that needs a language. */
    private static String description(
            AssignmentResponse assignment, List<WeekMinutes> weeks, TaskState task, GoalState goal) {
        var lines = new ArrayList<String>();
        if (goal != null) {
            lines.add(goal.keyResults().stream()
                    .filter(keyResult -> keyResult.keyResultId().equals(task.keyResultId()))
                    .map(keyResult -> goal.title() + " – " + keyResult.title())
                    .findFirst()
                    .orElse(goal.title()));
        }
        weeks.forEach(w -> lines.add("%s: %d:%02d h".formatted(w.week(), w.minutes() / 60, w.minutes() % 60)));
        lines.add(assignment.reason());
        return lines.stream().filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
