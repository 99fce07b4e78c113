package org.fengong.members.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.members.MembersTopics;
import org.fengong.members.skill.Skills;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;

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
    private final MembershipRepository memberships;
    private final Skills skills;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final ObjectMapper mapper;

    ManyMembers(
            EntityManager entityManager,
            MembershipRepository memberships,
            Skills skills,
            Outbox outbox,
            MergePatch mergePatch,
            ObjectMapper mapper) {
        this.entityManager = entityManager;
        this.memberships = memberships;
        this.skills = skills;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.mapper = mapper;
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
                .getResultStream()
                .toList()
                .stream()
                .map(this::detached)
                .collect(Collectors.toMap(Known::key, Function.identity()));
    }

    private Known detached(Member member) {
        entityManager.detach(member);
        return new Known(member);
    }

    /**
     * The profiles of the next members by key, as a merge patch would state them.
     *
     * @param after the last key of the part before, empty for the first part
     */
    public List<JsonNode> profiles(String after, int limit) {
        return entityManager
                .createQuery("select m from Member m where m.key > :after order by m.key", Member.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .<JsonNode>map(member -> mapper.valueToTree(member.profile()))
                .toList();
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
                managed.get(change.made.id()).change(change.profile);
            }
        }
        entityManager.flush(); // gives the versions that the events carry
        var teams = memberships.byMember(managed.keySet());
        var merged = skills.mergedInto(
                managed.values().stream().flatMap(Member::namedSkills).collect(Collectors.toSet()));
        outbox.appendAll(
                MembersTopics.MEMBER,
                changes.stream()
                        .map(change -> new Outbox.Entry(
                                change.made.id(),
                                change.isNew ? MemberState.REGISTERED : MemberState.CHANGED,
                                MemberState.of(
                                        managed.get(change.made.id()),
                                        teams.getOrDefault(change.made.id(), List.of()),
                                        merged,
                                        actor)))
                        .toList());
    }

    private Map<UUID, Member> managed(List<Change> changes) {
        var ids = changes.stream()
                .filter(change -> !change.isNew)
                .map(change -> change.made.id())
                .toList();
        var managed = new HashMap<UUID, Member>();
        if (!ids.isEmpty()) {
            entityManager
                    .createQuery("select m from Member m where m.id in :ids", Member.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(member -> managed.put(member.id(), member));
        }
        return managed;
    }
}
