package org.fengong.review.metric;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.threeten.extra.YearWeek;

/**
 * How the members find their work, in points from 1 to 5. Who reads the numbers must not learn who gave which: a week
 * counts once it is over, when nothing is added to it any more, and only with {@value #FEWEST} answers or more. So neither
 * two looks at a week nor two periods that differ in one tell a single answer.
 *
 * @param answers of whatever week, also of those that do not count (yet)
 * @param members who answered
 */
public record PulseAverages(int answers, int members, Measure load, Measure fit, Measure clarity) {
    private static final int FEWEST = 5;

    /** @param now the team's current week */
    public static PulseAverages of(List<Facts.Pulse> pulses, YearWeek now) {
        var counted = pulses.stream()
                .filter(pulse -> pulse.week().isBefore(now))
                .collect(Collectors.groupingBy(Facts.Pulse::week))
                .values()
                .stream()
                .filter(week -> week.size() >= FEWEST)
                .flatMap(List::stream)
                .toList();
        return new PulseAverages(
                pulses.size(),
                (int) pulses.stream().map(Facts.Pulse::memberId).distinct().count(),
                mean(counted, "load", Facts.Pulse::load),
                mean(counted, "fit", Facts.Pulse::fit),
                mean(counted, "clarity", Facts.Pulse::clarity));
    }

    private static Measure mean(List<Facts.Pulse> counted, String name, ToIntFunction<Facts.Pulse> points) {
        return new Measure(
                counted.isEmpty()
                        ? null
                        : (Double) counted.stream().mapToInt(points).average().orElseThrow(),
                "points",
                "mean of " + name + " over the answers of the weeks that are over and have at least " + FEWEST
                        + "; null without such a week");
    }
}
