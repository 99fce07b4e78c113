package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Σ level² by field decides; each expected strength is worked out by hand. */
class MainFieldTest {
    private final List<SkillLevel> held = new ArrayList<>();
    private final Map<UUID, String> fields = new HashMap<>();

    private void holds(String field, int... levels) {
        for (var level : levels) {
            var skill = UUID.randomUUID();
            fields.put(skill, field);
            held.add(new SkillLevel(skill, level));
        }
    }

    @Test
    void isTheFieldOfTheExpertSkill() {
        holds("content", 1, 1, 1, 1, 2); // 8
        holds("brand", 4); // 16

        assertThat(MainField.of(held, fields)).contains("brand");
    }

    @Test
    void isTheFieldOfSeveralGoodSkills() {
        holds("brand", 4); // 16
        holds("content", 3, 3); // 18

        assertThat(MainField.of(held, fields)).contains("content");
    }

    @Test
    void isTheFirstByKeyOfEquals() {
        holds("digital", 3); // 9
        holds("brand", 2, 2, 1); // 9

        assertThat(MainField.of(held, fields)).contains("brand");
    }

    @Test
    void isNoneWhereNothingIsHeld() {
        assertThat(MainField.of(held, fields)).isEmpty();
    }
}
