package org.fengong.allocation.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.fengong.allocation.snapshot.MemberForgotten;

@ApplicationScoped
class CalendarAddresses {
    private static final int SECRET_BYTES = 32;

    private final EntityManager entityManager;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarAddresses(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** The secret of a new address; the one before, if any, is known no more. */
    String renew(UUID memberId) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entityManager
                .createNativeQuery("insert into calendar_address (member_id, secret_hash, created_at)"
                        + " values (:member, :hash, :now) on conflict (member_id) do update"
                        + " set secret_hash = excluded.secret_hash, created_at = excluded.created_at")
                .setParameter("member", memberId)
                .setParameter("hash", hash(secret))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return secret;
    }

    void revoke(UUID memberId) {
        entityManager
                .createQuery("delete from CalendarAddress a where a.memberId = :member")
                .setParameter("member", memberId)
                .executeUpdate();
    }

    void memberForgotten(@Observes MemberForgotten forgotten) {
        revoke(forgotten.memberId());
    }

    Optional<UUID> memberOf(String secret) {
        return entityManager
                .createQuery("select a from CalendarAddress a where a.secretHash = :hash", CalendarAddress.class)
                .setParameter("hash", hash(secret))
                .getResultStream()
                .map(CalendarAddress::memberId)
                .findFirst();
    }

    /** Of 256 random bits no slow hash is needed. */
    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
