package org.fengong.allocation.notify;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Of what a member wants an e-mail; everything is in the feed. */
@Entity
class NotificationPreferences {
    /** Until the member says otherwise: what has to be answered in time. */
    static final List<NoticeKind> DEFAULT = List.of(NoticeKind.ASSIGNMENT_OFFERED);

    @Id
    private UUID memberId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<NoticeKind> mail = DEFAULT;

    @Version
    private long version = 1;

    protected NotificationPreferences() {}

    NotificationPreferences(UUID memberId) {
        this.memberId = memberId;
    }

    void change(PreferencesRequest request) {
        mail = request.mail().stream().distinct().sorted().toList();
    }

    UUID memberId() {
        return memberId;
    }

    List<NoticeKind> mail() {
        return mail;
    }

    PreferencesResponse response() {
        return new PreferencesResponse(memberId, mail, version);
    }
}
