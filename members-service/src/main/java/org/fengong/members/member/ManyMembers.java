package org.fengong.members.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.json.MergePatch;

/**
 * Many members at once, for other features: what a request does to one, with a few questions to the database for all of
 * them. Whoever uses it has resolved their departments.
 */
@ApplicationScoped
public class ManyMembers {
    /** A member as it is; what happens to it here is not stored. */
    public static final class Known {
        private final Member member;

        private Known(Member member) {
            this.member = member;
        }

        public UUID id() {
            return member.id();
        }

        public String key() {
            return member.key();
        }

        public List<Absence> absences() {
            return member.absences();
        }
    }

    /** What a member is to become. */
    public static final class Change {
        private final Member made;
        private final MemberProfile profile;
        private final boolean isNew;
        private final boolean changes;

        private Change(Member made, MemberProfile profile, boolean isNew, boolean changes) {
            this.made = made;
            this.profile = profile;
            this.isNew = isNew;
            this.changes = changes;
        }

        public boolean isNew() {
            return isNew;
        }

        /** False when it is so already. */
        public boolean changes() {
            return changes;
        }
    }

    private final EntityManager entityManager;
    private final MemberAnnouncer announcer;
    private final MergePatch mergePatch;
    private final ObjectMapper mapper;
    private final Clock clock;

    ManyMembers(
            EntityManager entityManager,
            MemberAnnouncer announcer,
            MergePatch mergePatch,
            ObjectMapper mapper,
            Clock clock) {
        this.entityManager = entityManager;
        this.announcer = announcer;
        this.mergePatch = mergePatch;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Those of the keys that are members.
     *
     * @param lock whether they stay as they are until the transaction ends
     */
    public Map<String, Known> find(Collection<String> keys, boolean lock) {
        return entityManager
                .createQuery("select m from Member m where m.key in :keys order by m.id", Member.class)
                .setParameter("keys", keys)
                .setLockMode(lock ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .getResultList()
                .stream()
                .map(this::detached)
                .collect(Collectors.toMap(Known::key, Function.identity()));
    }

    private Known detached(Member member) {
        entityManager.detach(member);
        return new Known(member);
    }

    /**
     * The next members by key.
     *
     * @param after the last key of the part before, empty for the first part
     */
    public List<Known> next(String after, int limit) {
        return entityManager
                .createQuery("select m from Member m where m.key > :after order by m.key", Member.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(this::detached)
                .toList();
    }

    /** As a merge patch would state it. */
    public JsonNode profile(Known known) {
        return mapper.valueToTree(known.member.profile());
    }

    /**
     * What a patch makes of a member, or of nothing; checked as a request is, but stored by {@link #store} alone.
     *
     * @param known null for a new member
     * @param patch fields of the profile
     * @throws RuntimeException as the request would be refused
     */
    public Change judge(Known known, ObjectNode patch) {
        if (known == null) {
            var request = mergePatch.create(patch, CreateMemberRequest.class);
            MemberService.requireZone(request.timeZone());
            return new Change(Member.create(request), null, true, true);
        }
        var current = known.member.profile();
        var profile = mergePatch.apply(current, patch, MemberProfile.class);
        MemberService.requireSound(profile);
        return new Change(
                known.member,
                profile,
                false,
                !mapper.<JsonNode>valueToTree(profile).equals(mapper.valueToTree(current)));
    }

    /** With the events, all of them in the caller's transaction, which has locked what is changed. */
    public void store(List<Change> judged, String actor) {
        var changes = judged.stream().filter(Change::changes).toList();
        if (changes.isEmpty()) {
            return;
        }
        var managed = managed(changes);
        for (var change : changes) {
            if (change.isNew) {
                entityManager.persist(change.made);
                managed.put(change.made.id(), change.made);
            } else {
                var zone = ZoneId.of(change.profile.timeZone());
                managed.get(change.made.id()).change(change.profile, LocalDate.now(clock.withZone(zone)));
            }
        }
        var isNew = changes.stream()
                .filter(Change::isNew)
                .map(change -> change.made.id())
                .collect(Collectors.toSet());
        announcer.tell(
                managed.values(),
                member -> isNew.contains(member.id()) ? MemberState.REGISTERED : MemberState.CHANGED,
                actor,
                null);
    }

    /**
     * Days away as a request would report them.
     *
     * @param patch fields of an absence
     * @throws RuntimeException as the request would be refused
     */
    public Absence absence(UUID absenceId, ObjectNode patch) {
        return mergePatch.create(patch, CreateAbsenceRequest.class).absence(absenceId);
    }

    /** Puts absences in, in the place of those with the same id; with the events, as {@link #store}. */
    public void storeAbsences(Map<UUID, List<Absence>> byMember, String actor) {
        if (byMember.isEmpty()) {
            return;
        }
        var members = load(byMember.keySet());
        members.forEach((id, member) -> byMember.get(id).forEach(absence -> {
            member.returnFrom(absence.absenceId());
            member.beAway(absence);
        }));
        announcer.tell(members.values(), member -> MemberState.CHANGED, actor, null);
    }

    /** For each of the members the teams under that lead which it is in or will be in. */
    public Map<UUID, Set<UUID>> ledTeams(Collection<UUID> memberIds, UUID leadId, LocalDate today) {
        return entityManager
                .createQuery(
                        "select m.memberId, t.id from Membership m join Team t on t.id = m.teamId"
                                + " where m.memberId in :members and t.leadId = :lead"
                                + " and (m.toDay is null or m.toDay >= :today)",
                        Object[].class)
                .setParameter("members", memberIds)
                .setParameter("lead", leadId)
                .setParameter("today", today)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (UUID) row[1], Collectors.toSet())));
    }

    private Map<UUID, Member> managed(List<Change> changes) {
        return load(changes.stream()
                .filter(change -> !change.isNew)
                .map(change -> change.made.id())
                .toList());
    }

    private Map<UUID, Member> load(Collection<UUID> ids) {
        var members = new HashMap<UUID, Member>();
        if (!ids.isEmpty()) {
            entityManager
                    .createQuery("select m from Member m where m.id in :ids", Member.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(member -> members.put(member.id(), member));
        }
        return members;
    }
}
