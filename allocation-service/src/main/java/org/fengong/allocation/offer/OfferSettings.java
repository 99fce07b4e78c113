package org.fengong.allocation.offer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** How a team's offers are dealt with. */
@Entity
class OfferSettings {
    @Id
    private UUID teamId;

    private int workingDays = OfferSettingsForm.DEFAULT.workingDays();

    @Enumerated(EnumType.STRING)
    private OnDecline onDecline = OfferSettingsForm.DEFAULT.onDecline();

    @Version
    private long version = 1;

    protected OfferSettings() {}

    /** As they are until somebody changes them. */
    OfferSettings(UUID teamId) {
        this.teamId = teamId;
    }

    void change(OfferSettingsForm form) {
        workingDays = form.workingDays();
        onDecline = form.onDecline();
    }

    OfferSettingsForm form() {
        return new OfferSettingsForm(workingDays, onDecline);
    }

    OfferSettingsResponse response() {
        return new OfferSettingsResponse(teamId, workingDays, onDecline, version);
    }
}
