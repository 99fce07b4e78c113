package org.fengong.review.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TeamSnapshotTest {
    private final UUID id = UUID.randomUUID();
    private final TeamSnapshot snapshot = new TeamSnapshot(id);

    private TeamChanged team(long version, String name, String zone, TeamChanged.Member... members) {
        return new TeamChanged(id, "team", version, name, null, null, zone, true, List.of(members));
    }

    @Test
    void takesWhatIsNewerAndNothingElse() {
        var member = new TeamChanged.Member(UUID.randomUUID(), 50, LocalDate.of(2026, 1, 1), null);
        snapshot.take(team(3, "Brand", "Asia/Taipei", member));

        snapshot.take(team(2, "Old brand", "UTC"));

        assertThat(snapshot.team().name()).isEqualTo("Brand");
        assertThat(snapshot.team().zone().getId()).isEqualTo("Asia/Taipei");
        assertThat(snapshot.team().memberships())
                .containsExactly(new Membership(member.memberId(), 50, member.from(), null));
    }

    @Test
    void refusesAZoneThatIsNone() {
        assertThatThrownBy(() -> snapshot.take(team(1, "Brand", "Mars/Olympus")))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void membershipsCountWhenTheyShareADay() {
        var membership = new Membership(id, 100, LocalDate.of(2026, 11, 4), LocalDate.of(2026, 11, 10));

        assertThat(membership.overlaps(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 20)))
                .isTrue();
        assertThat(membership.overlaps(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 4)))
                .isTrue();
        assertThat(membership.overlaps(LocalDate.of(2026, 11, 11), LocalDate.of(2026, 11, 20)))
                .isFalse();
        assertThat(membership.overlaps(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 3)))
                .isFalse();
    }
}
