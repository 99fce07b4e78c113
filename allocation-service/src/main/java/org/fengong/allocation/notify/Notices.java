package org.fengong.allocation.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;

/** Tells members something, in the transaction of what is told: both are there or neither. */
@ApplicationScoped
public class Notices {
    record Notice(UUID memberId, NoticeKind kind, NoticeSubject subject) {}

    private final EntityManager entityManager;
    private final SnapshotReader snapshots;
    private final Preferences preferences;
    private final Clock clock;

    Notices(EntityManager entityManager, SnapshotReader snapshots, Preferences preferences, Clock clock) {
        this.entityManager = entityManager;
        this.snapshots = snapshots;
        this.preferences = preferences;
        this.clock = clock;
    }

    /**
     * Tells each of the members once. Who has left is told nothing; who is not known here yet finds it later. The caller
     * leaves out whoever did it: nobody needs to be told of his own deed.
     *
     * @param memberIds null elements are skipped
     */
    @Transactional(TxType.MANDATORY)
    public void tell(Collection<UUID> memberIds, NoticeKind kind, NoticeSubject subject) {
        tell(memberIds.stream().map(id -> new Notice(id, kind, subject)).toList());
    }

    @Transactional(TxType.MANDATORY)
    void tell(List<Notice> notices) {
        var wanted = notices.stream()
                .filter(notice -> notice.memberId() != null)
                .distinct()
                .toList();
        var memberIds = wanted.stream().map(Notice::memberId).collect(Collectors.toSet());
        var members = snapshots.members(memberIds);
        var byMail = preferences.mailOf(members.values().stream()
                .filter(member -> member.email() != null)
                .map(MemberState::memberId)
                .collect(Collectors.toSet()));
        wanted.stream()
                .filter(notice -> isHere(members.get(notice.memberId())))
                .map(notice -> Notification.of(
                        notice,
                        clock.instant(),
                        byMail.getOrDefault(notice.memberId(), List.of()).contains(notice.kind())))
                .forEach(entityManager::persist);
    }

    private static boolean isHere(MemberState member) {
        return member == null || member.active();
    }
}
