package org.fengong.allocation.notify;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that one member was told. The member reads it and a sweep mails it: each writes its own columns only. */
@Entity
@DynamicUpdate
class Notification {
    /** One for all: its ids rise also within a millisecond, and lists are in their order. */
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    /** What has become of the e-mail; a notification that is not mailed has none. */
    enum Mail {
        WAITING,
        SENT,
        /** The last attempt was in vain. */
        FAILED
    }

    @Id
    private UUID id;

    private UUID memberId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private Instant at;
    private UUID teamId;
    private UUID taskId;
    private UUID assignmentId;
    private UUID offerId;
    private UUID planId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> data;

    private Instant readAt;

    @Enumerated(EnumType.STRING)
    private Mail mail;

    private int mailAttempts;

    /** When the next attempt is due; while one is made, when it counts as lost. */
    private Instant mailDueAt;

    protected Notification() {}

    static Notification of(Notices.Notice notice, Instant now, boolean byMail) {
        var notification = new Notification();
        notification.id = IDS.generate();
        notification.memberId = notice.memberId();
        notification.kind = notice.kind();
        notification.at = now;
        notification.teamId = notice.subject().teamId();
        notification.taskId = notice.subject().taskId();
        notification.assignmentId = notice.subject().assignmentId();
        notification.offerId = notice.subject().offerId();
        notification.planId = notice.subject().planId();
        notification.data = notice.subject().data();
        if (byMail) {
            notification.mail = Mail.WAITING;
            notification.mailDueAt = now;
        }
        return notification;
    }

    /** The first time counts. */
    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    void mailed() {
        mail = Mail.SENT;
    }

    /** There is nobody to send it to any more. */
    void dropMail() {
        mail = null;
    }

    /**
     * An attempt was in vain; the pause doubles with each.
     *
     * @return false when it was the last one
     */
    boolean mailAgain(Instant now, Duration firstPause, int mostAttempts) {
        if (mailAttempts >= mostAttempts) {
            mail = Mail.FAILED;
            return false;
        }
        mailDueAt = now.plus(firstPause.multipliedBy(1L << (mailAttempts - 1)));
        return true;
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    NoticeKind kind() {
        return kind;
    }

    Map<String, String> data() {
        return data;
    }

    /** Null for one that is not mailed. */
    Mail mail() {
        return mail;
    }

    NotificationResponse response() {
        return new NotificationResponse(
                id, memberId, kind, at, teamId, taskId, assignmentId, offerId, planId, data, readAt);
    }
}
