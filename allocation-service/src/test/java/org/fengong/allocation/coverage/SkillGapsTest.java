package org.fengong.allocation.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Meanwhile;
import org.fengong.platform.testing.OutboxRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gap in the skills of a team is told when it opens (S3, P5). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class SkillGapsTest {
    private static final int CAPACITY_MINUTES = 2400;

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @Inject
    SkillGaps gaps;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
        team.task(CAPACITY_MINUTES, WEEK);
        look();
        assertThat(told()).isEmpty();
    }

    /** At every team of which something changed. */
    private void look() {
        while (gaps.checkNext()) {
            // a further team waits
        }
    }

    private List<OutboxRows.Row> told() {
        var rows = OutboxRows.of(team.teamId);
        rows.forEach(row -> EventContracts.assertFits(row.type(), row.data()));
        return rows;
    }

    @Test
    void tellsWhatOpenedTheGap() {
        var task = team.task(600, WEEK);

        look();

        assertThat(told()).singleElement().satisfies(row -> {
            assertThat(row.type()).isEqualTo("fengong.allocation.skill-gap-detected.v1");
            var data = row.data();
            assertThat(data.path("skillId").asText()).isEqualTo(team.skillId.toString());
            assertThat(data.path("minLevel").asInt()).isEqualTo(2);
            assertThat(data.path("demandMinutes").asInt()).isEqualTo(CAPACITY_MINUTES + 600);
            assertThat(data.path("gapMinutes").asInt()).isEqualTo(600);
            assertThat(data.path("previousGapMinutes").asInt()).isZero();
            assertThat(data.path("holders").asInt()).isEqualTo(1);
            assertThat(data.path("changedTaskIds"))
                    .singleElement()
                    .satisfies(id -> assertThat(id.asText()).isEqualTo(task.toString()));
            assertThat(data.path("changedMemberIds")).isEmpty();
        });
    }

    @Test
    void aLostLevelOpensAGapToo() {
        team.holds(ann, 1);

        look();

        assertThat(told()).singleElement().satisfies(row -> {
            assertThat(row.data().path("holders").asInt()).isZero();
            assertThat(row.data().at("/changedMemberIds/0").asText()).isEqualTo(ann.toString());
        });
    }

    @Test
    void tellsOfAGapOnceUntilItWasClosed() {
        var task = team.task(600, WEEK);
        look();
        team.task(60, WEEK);
        look();
        assertThat(told()).as("it only grew").hasSize(1);

        var ben = team.member("Ben", 2);
        look();
        assertThat(told()).as("it is closed").hasSize(1);
        team.isAway(ben, WEEK);
        look();

        assertThat(told()).hasSize(2);
        assertThat(told().get(1).data().path("version").asLong())
                .isGreaterThan(told().get(0).data().path("version").asLong());
        team.cancels(task);
    }

    @Test
    void twoReplicasTellOfItOnce() {
        for (int i = 0; i < 5; i++) {
            team.task(600, WEEK);
            var other = Meanwhile.run(this::look);
            look();
            other.join();
        }

        assertThat(told()).hasSize(1);
    }
}
