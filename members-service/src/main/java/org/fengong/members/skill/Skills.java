package org.fengong.members.skill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What other features may ask of the catalogue. */
@ApplicationScoped
public class Skills {
    private final SkillRepository skills;

    Skills(SkillRepository skills) {
        this.skills = skills;
    }

    /** Those of the ids that are skills. */
    public Set<UUID> known(Collection<UUID> ids) {
        return skills.known(ids);
    }
}
