package org.fengong.allocation.notify;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/**
 * The open streams of this replica. One question a second for all of them finds what any replica has stored. A row may
 * become visible after one with a later id, so a stream looks back for a while and remembers what it has sent.
 */
@ApplicationScoped
class NotificationStreams {
    /** Longer than any transaction that tells something takes from there to its end. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 1000;

    /** Looks without news after which a comment shows that a stream lives: 15 s. */
    private static final int QUIET_LOOKS = 15;

    private final NotificationRepository notifications;
    private final NotificationConfig config;
    private final List<Stream> open = new CopyOnWriteArrayList<>();

    NotificationStreams(NotificationRepository notifications, NotificationConfig config) {
        this.notifications = notifications;
        this.config = config;
    }

    /** One listener; an empty list shows that the stream lives. */
    static final class Stream {
        private final UUID memberId;
        private final Set<UUID> sent = new HashSet<>();
        private MultiEmitter<? super List<NotificationResponse>> emitter;
        private int quiet;

        private Stream(UUID memberId) {
            this.memberId = memberId;
        }

        private synchronized void send(Collection<NotificationResponse> found, UUID horizon) {
            if (emitter == null) {
                return; // what it misses now it finds when it begins
            }
            var news = found.stream()
                    .filter(notification -> notification.memberId().equals(memberId))
                    .filter(notification -> sent.add(notification.id()))
                    .toList();
            sent.removeIf(id -> isBefore(id, horizon));
            if (!news.isEmpty() || ++quiet >= QUIET_LOOKS) {
                quiet = 0;
                emitter.emit(news);
            }
        }
    }

    /**
     * A place among the streams, to be closed.
     *
     * @throws ProblemException when the member or this replica has as many as it may
     */
    synchronized Stream open(UUID memberId) {
        if (open.size() >= config.streams()
                || open.stream()
                                .filter(stream -> stream.memberId.equals(memberId))
                                .count()
                        >= config.streamsPerMember()) {
            throw new ProblemException(
                            ProblemKind.UNAVAILABLE,
                            "too-many-streams",
                            "As many streams of notifications are open as there may be. Close one, or try again in a moment.")
                    .retryAfter(PAUSE);
        }
        var stream = new Stream(memberId);
        open.add(stream);
        return stream;
    }

    void close(Stream stream) {
        open.remove(stream);
    }

    /**
     * Sends what is new from now on.
     *
     * @param lastSeen what the listener had last; null for one that begins
     */
    void begin(Stream stream, UUID lastSeen, MultiEmitter<? super List<NotificationResponse>> emitter) {
        synchronized (stream) {
            stream.emitter = emitter;
            var horizon = idAt(Instant.now().minus(LOOK_BACK));
            var from = lastSeen == null ? horizon : idAt(timeOf(lastSeen).minus(LOOK_BACK));
            var found = find(Set.of(stream.memberId), from);
            if (lastSeen == null) {
                found.forEach(notification -> stream.sent.add(notification.id()));
            } else {
                stream.sent.add(lastSeen);
                stream.send(found, horizon);
            }
        }
    }

    @Scheduled(every = "1s", identity = "notification-streams", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!open.isEmpty()) {
            var horizon = idAt(Instant.now().minus(LOOK_BACK));
            var found = find(open.stream().map(stream -> stream.memberId).collect(Collectors.toSet()), horizon);
            open.forEach(stream -> stream.send(found, horizon));
        }
    }

    private List<NotificationResponse> find(Set<UUID> memberIds, UUID after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> notifications.after(memberIds, after, MOST_AT_ONCE).stream()
                        .map(Notification::response)
                        .toList());
    }

    /** The least UUIDv7 of that moment (RFC 9562, section 5.7). */
    private static UUID idAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE);
    }

    private static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static boolean isBefore(UUID id, UUID horizon) {
        return Long.compareUnsigned(id.getMostSignificantBits(), horizon.getMostSignificantBits()) < 0;
    }
}
