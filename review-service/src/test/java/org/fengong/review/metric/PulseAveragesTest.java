package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Weeks 45 to 48, looked at in week 49. */
class PulseAveragesTest {
    private static SampleFacts answers(SampleFacts facts, int week, int members) {
        for (int i = 0; i < members; i++) {
            facts.pulse(new UUID(2, i), week, 1 + i % 5, 5, 2);
        }
        return facts;
    }

    @Test
    void averagesTheAnswersOfFiveMembers() {
        var pulse = answers(new SampleFacts(), 47, 5)
                .pulse(new UUID(2, 5), 47, 3, 2, 2)
                .metrics()
                .pulse();

        assertThat(pulse.answers()).isEqualTo(6);
        assertThat(pulse.members()).isEqualTo(6);
        assertThat(pulse.load().value()).isCloseTo((1 + 2 + 3 + 4 + 5 + 3) / 6.0, within(1e-12));
        assertThat(pulse.fit().value()).isCloseTo(27 / 6.0, within(1e-12));
        assertThat(pulse.clarity().value()).isCloseTo(2, within(1e-12));
        assertThat(pulse.load().unit()).isEqualTo("points");
    }

    @Test
    void tellsNothingOfFourMembersHoweverOftenTheyAnswer() {
        var pulse = answers(answers(new SampleFacts(), 46, 4), 47, 4).metrics().pulse();

        assertThat(pulse.answers()).isEqualTo(8);
        assertThat(pulse.members()).isEqualTo(4);
        assertThat(pulse.load().value()).isNull();
        assertThat(pulse.fit().value()).isNull();
        assertThat(pulse.clarity().value()).isNull();
    }

    @Test
    void countsNoWeekThatIsNotOver() {
        var sunday = LocalDate.of(2026, 11, 29);
        assertThat(answers(new SampleFacts(), 48, 5)
                        .today(sunday)
                        .metrics()
                        .pulse()
                        .load()
                        .value())
                .isNull();
        assertThat(answers(new SampleFacts(), 48, 5)
                        .today(sunday.plusDays(1))
                        .metrics()
                        .pulse()
                        .load()
                        .value())
                .isEqualTo(3);
    }

    @Test
    void aPeriodThatIsOneAnswerLongerTellsNothingOfIt() {
        var shorter = answers(new SampleFacts(), 46, 5).metrics().pulse();
        var longer = answers(new SampleFacts(), 46, 5)
                .pulse(new UUID(2, 7), 47, 5, 1, 5)
                .metrics()
                .pulse();

        assertThat(longer.answers()).isEqualTo(6);
        assertThat(longer.load()).isEqualTo(shorter.load());
        assertThat(longer.fit()).isEqualTo(shorter.fit());
        assertThat(longer.clarity()).isEqualTo(shorter.clarity());
    }
}
