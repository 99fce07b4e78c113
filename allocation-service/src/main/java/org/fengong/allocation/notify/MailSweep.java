package org.fengong.allocation.notify;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.jboss.logging.Logger;

/**
 * Sends what waits to be mailed, outside the transactions that told it: one e-mail per member with all that is due. A
 * replica that is killed while it sends leaves the mail to the next, so that it may come twice but not never.
 */
@ApplicationScoped
class MailSweep {
    private static final Logger LOG = Logger.getLogger(MailSweep.class);
    private static final int MOST_MAILS = 100;

    /** After it another replica tries; well above the patience with the server. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** What one member is sent. */
    private record Parcel(MemberState member, List<Notification> notifications) {
        List<UUID> ids() {
            return notifications.stream().map(Notification::id).toList();
        }
    }

    private final NotificationRepository notifications;
    private final SnapshotReader snapshots;
    private final MailTexts texts;
    private final ReactiveMailer mailer;
    private final NotificationConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    MailSweep(
            NotificationRepository notifications,
            SnapshotReader snapshots,
            MailTexts texts,
            ReactiveMailer mailer,
            NotificationConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.notifications = notifications;
        this.snapshots = snapshots;
        this.texts = texts;
        this.mailer = mailer;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "5s", identity = "notification-mails", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        for (int i = 0; config.smtpHost().isPresent() && i < MOST_MAILS; i++) {
            if (!sendNext()) {
                return;
            }
        }
    }

    /** False when nothing waits, or when it was in vain: a server that is away is not asked for everybody. */
    private boolean sendNext() {
        var parcel = QuarkusTransaction.requiringNew().call(this::lease);
        if (parcel == null) {
            return false;
        }
        if (parcel.member() == null) {
            return true;
        }
        try {
            mailer.send(texts.of(parcel.member(), parcel.notifications()).setFrom(config.mailFrom()))
                    .await()
                    .atMost(config.mailTimeout());
        } catch (RuntimeException e) {
            LOG.warnf(
                    e, "An e-mail cannot be sent, memberId=%s", parcel.member().memberId());
            QuarkusTransaction.requiringNew().run(() -> tryAgain(parcel.ids()));
            return false;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> notifications.locked(parcel.ids()).forEach(Notification::mailed));
        count("sent", 1);
        return true;
    }

    /** Null when nothing is due; without a member when there is nobody to send it to. */
    private Parcel lease() {
        var now = clock.instant();
        var due = notifications.leaseMails(now, now.plus(LEASE));
        if (due.isEmpty()) {
            return null;
        }
        var member = snapshots
                .member(due.get(0).memberId())
                .filter(known -> known.active() && known.email() != null)
                .orElse(null);
        if (member == null) {
            due.forEach(Notification::dropMail);
        }
        return new Parcel(member, due);
    }

    private void tryAgain(List<UUID> ids) {
        var now = clock.instant();
        count(
                "failed",
                notifications.locked(ids).stream()
                        .filter(n -> !n.mailAgain(now, config.mailBackoff(), config.mailAttempts()))
                        .count());
    }

    /** Failed are notifications whose last attempt was in vain; sent are e-mails. */
    private void count(String outcome, long of) {
        metrics.counter("fengong.notification.mails", "outcome", outcome).increment(of);
    }
}
