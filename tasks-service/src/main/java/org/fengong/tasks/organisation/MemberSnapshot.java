package org.fengong.tasks.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The copy of what a member is called in tables. */
@Entity
class MemberSnapshot {
    @Id
    private UUID id;

    private String key;
    private long version;

    protected MemberSnapshot() {}

    MemberSnapshot(UUID id) {
        this.id = id;
    }

    void take(MemberState member) {
        if (member.version() > version) {
            key = member.key();
            version = member.version();
        }
    }

    void erase(MemberErased erased) {
        if (erased.version() > version) {
            key = null;
            version = erased.version();
        }
    }
}
