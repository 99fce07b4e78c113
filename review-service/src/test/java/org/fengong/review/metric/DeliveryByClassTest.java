package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.GOAL;
import static org.fengong.review.metric.SampleFacts.TEAM;
import static org.fengong.review.metric.SampleFacts.november;
import static org.fengong.review.metric.SampleFacts.task;

import java.util.List;
import org.fengong.review.metric.DeliveryByClass.FitClass;
import org.fengong.review.metric.DeliveryByClass.FitRow;
import org.fengong.review.metric.DeliveryByClass.LoadClass;
import org.fengong.review.metric.DeliveryByClass.LoadRow;
import org.fengong.review.metric.DeliveryByClass.Rates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.YearWeek;

class DeliveryByClassTest {
    private static Facts.WeekMinutes week(int week, int minutes) {
        return new Facts.WeekMinutes(YearWeek.of(2026, week), minutes);
    }

    private static Rates of(DeliveryByClass metric, FitClass wanted) {
        return metric.byFit().stream()
                .filter(row -> row.fitClass() == wanted)
                .map(FitRow::rates)
                .findFirst()
                .orElseThrow();
    }

    private static Rates of(DeliveryByClass metric, LoadClass wanted) {
        return metric.byLoad().stream()
                .filter(row -> row.loadClass() == wanted)
                .map(LoadRow::rates)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void putsEachTaskIntoTheClassOfItsMembers() {
        var metric = new SampleFacts()
                .task(1, 20, november(10), 600, 1) // in time
                .task(2, 5, november(11), 600, 1) // late
                .task(3, TEAM, GOAL, 20, november(12), 600, 1, true) // in time, reopened
                .assignment(1, ANNA, 1.0, false, week(45, 300))
                .assignment(2, BEN, 0.5, false, week(46, 300))
                .assignment(3, ANNA, 1.0, false, week(46, 100)) // 0.85 with Ben's part
                .assignment(3, BEN, 0.8, false, week(46, 300))
                .week(ANNA, 45, 800, 1000)
                .week(ANNA, 46, 1000, 1000)
                .week(BEN, 46, 1100, 1000)
                .metrics()
                .deliveryByClass();

        assertThat(of(metric, FitClass.HIGH)).isEqualTo(new Rates(1.0, 7.0, 0.0, List.of(task(1))));
        assertThat(of(metric, FitClass.LOW)).isEqualTo(new Rates(0.0, 8.0, 0.0, List.of(task(2))));
        assertThat(of(metric, FitClass.MEDIUM)).isEqualTo(new Rates(1.0, 9.0, 1.0, List.of(task(3))));
        assertThat(of(metric, LoadClass.ROOM_LEFT).taskIds()).containsExactly(task(1));
        assertThat(of(metric, LoadClass.FULL).taskIds()).isEmpty();
        // 1100 of 1000, and 2100 of 2000
        assertThat(of(metric, LoadClass.OVER)).isEqualTo(new Rates(0.5, 8.5, 0.5, List.of(task(2), task(3))));
    }

    @Test
    void leavesOutTasksOfWhichItDoesNotKnowWhoDidThem() {
        var metric =
                new SampleFacts().task(1, 20, november(10), 600, 1).metrics().deliveryByClass();

        assertThat(metric.byFit())
                .allSatisfy(row -> assertThat(row.rates()).isEqualTo(new Rates(null, null, null, List.of())));
        assertThat(metric.byLoad()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"0.69, LOW", "0.7, MEDIUM", "0.89, MEDIUM", "0.9, HIGH", "1, HIGH"})
    void beginsAFitClassAtItsBound(double fit, FitClass expected) {
        assertThat(FitClass.of(fit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, ROOM_LEFT", "0.8, ROOM_LEFT", "0.81, FULL", "1, FULL", "1.01, OVER"})
    void endsALoadClassAtItsBound(double ratio, LoadClass expected) {
        assertThat(LoadClass.of(ratio)).isEqualTo(expected);
    }
}
