package org.fengong.tasks.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class SkillSnapshot {
    @Id
    private UUID id;

    private String key;
    private String field;
    private long version;

    protected SkillSnapshot() {}

    SkillSnapshot(UUID id) {
        this.id = id;
    }

    void take(SkillChanged skill) {
        if (skill.version() > version) {
            key = skill.key();
            field = skill.field();
            version = skill.version();
        }
    }
}
