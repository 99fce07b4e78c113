package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What must hold for whatever load ratios members have. */
class SpreadPropertiesTest {
    @Provide
    Arbitrary<double[]> ratios() {
        return Arbitraries.doubles()
                .between(0, 5)
                .ofScale(4)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(60)
                .filter(values -> Arrays.stream(values).sum() > 0);
    }

    @Property
    void giniIsFromZeroToBelowOne(@ForAll("ratios") double[] ratios) {
        assertThat(Spread.gini(ratios)).isBetween(0.0, 1 - 1.0 / ratios.length + 1e-9);
    }

    @Property
    void giniIsTheMeanDifferenceOfAllPairs(@ForAll("ratios") double[] ratios) {
        var differences = 0.0;
        for (var a : ratios) {
            for (var b : ratios) {
                differences += Math.abs(a - b);
            }
        }
        var mean = Arrays.stream(ratios).average().orElseThrow();
        assertThat(Spread.gini(ratios))
                .isCloseTo(differences / (2.0 * ratios.length * ratios.length * mean), within(1e-9));
    }

    @Property
    void allAreTheSameInHoursAsInMinutes(
            @ForAll("ratios") double[] ratios, @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        var scaled = Arrays.stream(ratios).map(r -> r * factor).toArray();

        assertThat(Spread.gini(scaled)).isCloseTo(Spread.gini(ratios), within(1e-9));
        assertThat(Spread.coefficientOfVariation(scaled))
                .isCloseTo(Spread.coefficientOfVariation(ratios), within(1e-9));
        assertThat(Spread.maxToMean(scaled)).isCloseTo(Spread.maxToMean(ratios), within(1e-9));
    }

    @Property
    void theOrderOfMembersDoesNotMatter(@ForAll("ratios") double[] ratios) {
        var sorted = ratios.clone();
        Arrays.sort(sorted);
        assertThat(Spread.gini(sorted)).isEqualTo(Spread.gini(ratios));
    }

    @Property
    void maxToMeanIsFromOneToTheNumberOfMembers(@ForAll("ratios") double[] ratios) {
        assertThat(Spread.maxToMean(ratios)).isBetween(1 - 1e-9, ratios.length + 1e-9);
    }
}
