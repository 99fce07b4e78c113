package org.fengong.members.member;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** On that day somebody set a member's level in a skill, or took the skill away. */
@Entity
class SkillFact {
    @Id
    private UUID id;

    private UUID memberId;
    private UUID skillId;
    private UUID mergedFrom;
    private Integer level;
    private String confirmedBy;
    private Instant at;
    private String evidence;
    private boolean current;

    protected SkillFact() {}

    /** @param level null when the skill was taken away */
    SkillFact(UUID memberId, UUID skillId, Integer level, String confirmedBy, Instant at, String evidence) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.memberId = memberId;
        this.skillId = skillId;
        this.level = level;
        this.confirmedBy = confirmedBy;
        this.at = at;
        this.evidence = evidence;
        this.current = level != null;
    }

    SkillFactResponse response() {
        return new SkillFactResponse(id, skillId, mergedFrom, level, confirmedBy, at, evidence, current);
    }
}
