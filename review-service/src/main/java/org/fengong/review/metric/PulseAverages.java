package org.fengong.review.metric;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How the members find their work, in points from 1 to 5. Of fewer than {@value #FEWEST} members nothing is told but how
 * many they are, and of nobody a single answer: who reads the numbers must not learn who gave which.
 *
 * @param members who answered
 */
public record PulseAverages(int answers, int members, Measure load, Measure fit, Measure clarity) {
    private static final int FEWEST = 5;

    public static PulseAverages of(List<Facts.Pulse> pulses) {
        var members =
                (int) pulses.stream().map(Facts.Pulse::memberId).distinct().count();
        return new PulseAverages(
                pulses.size(),
                members,
                mean(pulses, members, "load", Facts.Pulse::load),
                mean(pulses, members, "fit", Facts.Pulse::fit),
                mean(pulses, members, "clarity", Facts.Pulse::clarity));
    }

    private static Measure mean(List<Facts.Pulse> pulses, int members, String name, ToIntFunction<Facts.Pulse> points) {
        return new Measure(
                members < FEWEST
                        ? null
                        : (Double) pulses.stream().mapToInt(points).average().orElseThrow(),
                "points",
                "mean of " + name + " over the answers; null below " + FEWEST + " members");
    }
}
