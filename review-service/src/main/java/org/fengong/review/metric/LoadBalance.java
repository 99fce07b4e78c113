package org.fengong.review.metric;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/** How evenly the load lies on the members (P3), each measured against what they can give. */
public record LoadBalance(
        Measure coefficientOfVariation, Measure giniCoefficient, Measure maxToMeanRatio, List<MemberLoad> inputs) {
    private static final String RATIOS =
            " over the loadRatio of the inputs; loadRatio = loadMinutes / capacityMinutes over the member's weeks in the"
                    + " team; members without capacity do not count";

    /** @param loadRatio null when the member has no capacity in these weeks and is not counted */
    public record MemberLoad(
            UUID memberId,
            int loadMinutes,
            int capacityMinutes,
            @Schema(nullable = true) Double loadRatio,
            List<WeekLoad> weeks) {}

    public record WeekLoad(YearWeek week, int loadMinutes, int capacityMinutes) {}

    static LoadBalance of(Facts facts) {
        var inputs = facts.memberWeeks().stream()
                .collect(Collectors.groupingBy(Facts.MemberWeek::memberId, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(member -> loadOf(member.getKey(), member.getValue()))
                .toList();
        var ratios = inputs.stream()
                .filter(member -> member.loadRatio() != null)
                .mapToDouble(MemberLoad::loadRatio)
                .toArray();
        return new LoadBalance(
                new Measure(
                        Spread.coefficientOfVariation(ratios),
                        "ratio",
                        "population standard deviation / mean" + RATIOS),
                new Measure(
                        Spread.gini(ratios),
                        "ratio",
                        "sum of |a - b| over all ordered pairs / (2 * count^2 * mean)" + RATIOS),
                new Measure(Spread.maxToMean(ratios), "ratio", "maximum / mean" + RATIOS),
                inputs);
    }

    private static MemberLoad loadOf(UUID memberId, List<Facts.MemberWeek> weeks) {
        var load = weeks.stream().mapToInt(Facts.MemberWeek::loadMinutes).sum();
        var capacity =
                weeks.stream().mapToInt(Facts.MemberWeek::capacityMinutes).sum();
        return new MemberLoad(
                memberId,
                load,
                capacity,
                capacity == 0 ? null : (Double) ((double) load / capacity),
                weeks.stream()
                        .map(w -> new WeekLoad(w.week(), w.loadMinutes(), w.capacityMinutes()))
                        .toList());
    }
}
