package org.fengong.review.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class SkillSnapshot {
    @Id
    private UUID id;

    private String name;
    private long version;

    protected SkillSnapshot() {}

    SkillSnapshot(UUID id) {
        this.id = id;
    }

    void take(SkillChanged skill) {
        if (skill.version() > version) {
            name = skill.name();
            version = skill.version();
        }
    }
}
