package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PulseAveragesTest {
    private static SampleFacts answersOf(int members) {
        var facts = new SampleFacts();
        for (int i = 0; i < members; i++) {
            facts.pulse(new UUID(2, i), 1 + i % 5, 5, 2);
        }
        return facts;
    }

    @Test
    void averagesTheAnswersOfFiveMembers() {
        var pulse = answersOf(5).pulse(new UUID(2, 0), 3, 2, 2).metrics().pulse();

        assertThat(pulse.answers()).isEqualTo(6);
        assertThat(pulse.members()).isEqualTo(5);
        assertThat(pulse.load().value()).isCloseTo((1 + 2 + 3 + 4 + 5 + 3) / 6.0, within(1e-12));
        assertThat(pulse.fit().value()).isCloseTo(27 / 6.0, within(1e-12));
        assertThat(pulse.clarity().value()).isCloseTo(2, within(1e-12));
        assertThat(pulse.load().unit()).isEqualTo("points");
    }

    @Test
    void tellsNothingOfFourMembersHoweverOftenTheyAnswer() {
        var pulse = answersOf(4).pulse(new UUID(2, 0), 3, 2, 2).metrics().pulse();

        assertThat(pulse.members()).isEqualTo(4);
        assertThat(pulse.load().value()).isNull();
        assertThat(pulse.fit().value()).isNull();
        assertThat(pulse.clarity().value()).isNull();
    }
}
