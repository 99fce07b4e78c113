package org.fengong.review.division;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class PlanSnapshot {
    @Id
    private UUID id;

    private String status;
    private long version;

    protected PlanSnapshot() {}

    PlanSnapshot(UUID id) {
        this.id = id;
    }

    void take(PlanState plan) {
        if (plan.version() > version) {
            status = plan.status();
            version = plan.version();
        }
    }

    String status() {
        return status;
    }
}
