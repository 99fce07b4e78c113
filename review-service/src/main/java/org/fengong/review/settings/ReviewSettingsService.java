package org.fengong.review.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.fengong.platform.http.EntityTags;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.finding.FindingRules;
import org.fengong.review.finding.TeamThreshold;
import org.fengong.review.organisation.TeamAccess;

/** Keeps what a team wants its reviews to find. */
@ApplicationScoped
public class ReviewSettingsService {
    private final EntityManager entityManager;
    private final TeamAccess access;
    private final FindingRules rules;

    ReviewSettingsService(EntityManager entityManager, TeamAccess access, FindingRules rules) {
        this.entityManager = entityManager;
        this.access = access;
        this.rules = rules;
    }

    /** The team's own thresholds; kinds that are not there have the documented ones. */
    public Map<FindingKind, TeamThreshold> thresholds(UUID teamId) {
        return known(teamId).thresholds();
    }

    @Transactional
    ReviewSettingsResponse read(UUID teamId) {
        access.requireReadable(teamId);
        return response(known(teamId));
    }

    /**
     * @param ifMatch header of the request; settings that nobody has changed have version 1
     * @throws ThresholdsReversedException when a number would be severe before it is a finding
     */
    @Transactional
    ReviewSettingsResponse put(UUID teamId, String ifMatch, ReviewSettingsRequest request) {
        access.requireLed(teamId);
        request.thresholds().forEach((kind, wanted) -> {
            if (!wanted.isInOrder(kind)) {
                throw new ThresholdsReversedException(kind, wanted);
            }
        });
        entityManager
                .createNativeQuery("insert into review_settings (team_id, thresholds, version)"
                        + " values (:team, jsonb_build_object(), 1) on conflict do nothing")
                .setParameter("team", teamId)
                .executeUpdate();
        var settings = entityManager.find(ReviewSettings.class, teamId, LockModeType.PESSIMISTIC_WRITE);
        EntityTags.requireSame(EntityTags.requiredVersion(ifMatch), settings.version());
        settings.change(request.thresholds());
        entityManager.flush();
        return response(settings);
    }

    private ReviewSettings known(UUID teamId) {
        var settings = entityManager.find(ReviewSettings.class, teamId);
        return settings == null ? new ReviewSettings(teamId) : settings;
    }

    private ReviewSettingsResponse response(ReviewSettings settings) {
        return new ReviewSettingsResponse(
                settings.teamId(), settings.thresholds(), rules.documented(), settings.version());
    }
}
