package org.fengong.allocation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoleProgressTest {
    private final UUID taskId = UUID.randomUUID();
    private final UUID roleId = UUID.randomUUID();
    private final RoleProgress progress = new RoleProgress(roleId);

    @Test
    void leavesEffortLessWhatWasLogged() {
        progress.logged(new WorkLogged(taskId, roleId, 100, 100, 2));

        assertThat(role(0, null, 1).remainingMinutes()).isEqualTo(500);
    }

    @Test
    void takesAnEstimateForWhatIsLeftAndCountsWorkDownFromIt() {
        progress.estimated(new EstimateChanged(taskId, roleId, 900, 2));
        progress.logged(new WorkLogged(taskId, roleId, 300, 300, 3));

        assertThat(role(0, null, 1).remainingMinutes()).isEqualTo(600);
    }

    @Test
    void neverLeavesLessThanNothing() {
        progress.logged(new WorkLogged(taskId, roleId, 700, 700, 2));

        assertThat(role(0, null, 1).remainingMinutes()).isZero();
    }

    @Test
    void changesNothingByOlderNews() {
        progress.logged(new WorkLogged(taskId, roleId, 100, 200, 5));

        assertThat(progress.logged(new WorkLogged(taskId, roleId, 100, 100, 4))).isFalse();
        assertThat(progress.estimated(new EstimateChanged(taskId, roleId, 10, 5)))
                .isFalse();
        assertThat(role(0, null, 1).remainingMinutes()).isEqualTo(400);
    }

    @Test
    void giveWayToANewerTask() {
        progress.estimated(new EstimateChanged(taskId, roleId, 900, 2));

        assertThat(role(50, 70, 3).remainingMinutes()).isEqualTo(70);
    }

    /** The role of 600 minutes as the task tells it, with the progress applied. */
    private TaskState.Role role(int logged, Integer estimate, long taskVersion) {
        return progress.appliedTo(
                new TaskState.Role(roleId, "Author", 600, estimate, logged, null, null, false, null, List.of()),
                taskVersion);
    }
}
