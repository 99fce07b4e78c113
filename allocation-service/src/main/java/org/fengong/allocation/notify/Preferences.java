package org.fengong.allocation.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.platform.http.EntityTags;

@ApplicationScoped
class Preferences {
    private final EntityManager entityManager;
    private final NotificationConfig config;

    Preferences(EntityManager entityManager, NotificationConfig config) {
        this.entityManager = entityManager;
        this.config = config;
    }

    /** Of what the members want e-mail; of nothing where no mail is sent. */
    Map<UUID, List<NoticeKind>> mailOf(Collection<UUID> memberIds) {
        var wanted = new HashMap<UUID, List<NoticeKind>>();
        if (config.smtpHost().isPresent() && !memberIds.isEmpty()) {
            memberIds.forEach(id -> wanted.put(id, NotificationPreferences.DEFAULT));
            entityManager
                    .createQuery(
                            "select p from NotificationPreferences p where p.memberId in :members",
                            NotificationPreferences.class)
                    .setParameter("members", memberIds)
                    .getResultStream()
                    .forEach(p -> wanted.put(p.memberId(), p.mail()));
        }
        return wanted;
    }

    PreferencesResponse of(UUID memberId) {
        var known = entityManager.find(NotificationPreferences.class, memberId);
        return (known == null ? new NotificationPreferences(memberId) : known).response();
    }

    /** @param expected the version that the caller has seen */
    PreferencesResponse change(UUID memberId, long expected, PreferencesRequest request) {
        entityManager
                .createNativeQuery("insert into notification_preferences (member_id, mail, version)"
                        + " values (:member, cast(:mail as jsonb), 1) on conflict do nothing")
                .setParameter("member", memberId)
                .setParameter("mail", "[\"%s\"]".formatted(NoticeKind.ASSIGNMENT_OFFERED))
                .executeUpdate();
        var preferences = entityManager.find(NotificationPreferences.class, memberId, LockModeType.PESSIMISTIC_WRITE);
        EntityTags.requireSame(expected, preferences.response().version());
        preferences.change(request);
        entityManager.flush();
        return preferences.response();
    }
}
