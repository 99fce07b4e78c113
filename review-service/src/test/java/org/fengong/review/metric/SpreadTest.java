package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final double[] UNEVEN = {0.5, 1.0, 1.5};

    @Test
    void variationIsPopulationDeviationByMean() {
        // mean 1, deviations -0.5, 0, 0.5: variance 0.5 / 3
        assertThat(Spread.coefficientOfVariation(UNEVEN)).isCloseTo(Math.sqrt(0.5 / 3), within(1e-12));
    }

    @Test
    void giniIsMeanDifferenceByTwiceTheMean() {
        // |a - b| over ordered pairs: 2 * (0.5 + 1 + 0.5) = 4; 4 / (2 * 9 * 1)
        assertThat(Spread.gini(UNEVEN)).isCloseTo(4.0 / 18, within(1e-12));
    }

    @Test
    void maxToMeanTellsHowFarTheFullestIsOut() {
        assertThat(Spread.maxToMean(UNEVEN)).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void oneMemberIsEven() {
        var one = new double[] {0.7};
        assertThat(Spread.coefficientOfVariation(one)).isZero();
        assertThat(Spread.gini(one)).isZero();
        assertThat(Spread.maxToMean(one)).isEqualTo(1);
    }

    @Test
    void allOnOneOfFourIsThreeQuarters() {
        assertThat(Spread.gini(new double[] {0, 0, 0, 1})).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void nobodyAndNothingCannotBeMeasured() {
        for (var values : new double[][] {{}, {0, 0, 0}}) {
            assertThat(Spread.coefficientOfVariation(values)).isNull();
            assertThat(Spread.gini(values)).isNull();
            assertThat(Spread.maxToMean(values)).isNull();
        }
    }
}
