package org.fengong.review.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/**
 * What a scenario takes as given beside what is known.
 *
 * @param pins roles that it must give to these members
 * @param efforts what is left of roles
 * @param extraTasks tasks that there are not
 */
public record Supposed(List<PinnedRole> pins, List<Effort> efforts, List<ExtraTask> extraTasks) {
    public static final Supposed NOTHING = new Supposed(List.of(), List.of(), List.of());

    /** @param remainingMinutes of 0 the role takes nobody's time */
    public record Effort(UUID roleId, int remainingMinutes) {}

    public record ExtraTask(String title, int importance, YearWeek dueWeek, List<ExtraRole> roles) {}

    public record ExtraRole(String name, int effortMinutes, List<ExtraSkill> skills) {}

    public record ExtraSkill(UUID skillId, int minLevel) {}

    /** Without the pins, which plans that can be published have, too. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Scenario(List<Effort> efforts, List<ExtraTask> extraTasks) {}

    public static Supposed pinned(PinnedRole pin) {
        return new Supposed(List.of(pin), List.of(), List.of());
    }

    Scenario scenario() {
        return new Scenario(efforts, extraTasks);
    }
}
