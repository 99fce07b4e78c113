package org.fengong.allocation.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.AllocationTopics;
import org.fengong.allocation.snapshot.Capacity;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.platform.messaging.Outbox;
import org.threeten.extra.YearWeek;

/**
 * The load of members' weeks: the sum of the minutes that stand in them over all teams. Whoever changes minutes first
 * locks the weeks here, always in the same order, and tells of them afterwards; so two changes of one week come one after
 * the other, and the sum that is told is the sum that is stored.
 */
@ApplicationScoped
public class LoadBook {
    /** A member's week. */
    public record Key(UUID memberId, YearWeek week) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            var byMember = memberId.toString().compareTo(other.memberId.toString());
            return byMember != 0 ? byMember : week.compareTo(other.week);
        }
    }

    /** Keys and values of many weeks as a table. */
    private static final String ROWS = "unnest(cast(:members as uuid[]), cast(:weeks as text[]),"
            + " cast(:loads as integer[]), cast(:capacities as integer[])) as r (member_id, week, load, capacity)";

    private record Told(int loadMinutes, int capacityMinutes) {}

    private final EntityManager entityManager;
    private final SnapshotReader snapshots;
    private final Outbox outbox;

    LoadBook(EntityManager entityManager, SnapshotReader snapshots, Outbox outbox) {
        this.entityManager = entityManager;
        this.snapshots = snapshots;
        this.outbox = outbox;
    }

    /** Locks the weeks until the transaction ends, and before them the members, so that their capacity stays as it is. */
    public void lock(Collection<Key> weeks) {
        if (weeks.isEmpty()) {
            return;
        }
        var memberIds = weeks.stream().map(Key::memberId).collect(Collectors.toSet());
        snapshots.holdMembers(memberIds);
        var members = snapshots.members(memberIds);
        var keys = List.copyOf(new TreeSet<>(weeks));
        var zeros = Collections.nCopies(keys.size(), 0);
        var capacities = keys.stream().map(key -> capacity(members, key)).toList();
        rows(
                        "insert into member_week (member_id, week, load_minutes, capacity_minutes)"
                                + " select member_id, week, load, capacity from " + ROWS
                                + " order by member_id, week on conflict do nothing",
                        keys,
                        zeros,
                        capacities)
                .executeUpdate();
        rows(
                        "select 1 from member_week m join " + ROWS + " using (member_id, week)"
                                + " order by m.member_id, m.week for update of m",
                        keys,
                        zeros,
                        zeros)
                .getResultList();
    }

    /** A statement on many weeks at once. */
    private Query rows(String statement, List<Key> keys, List<Integer> loads, List<Integer> capacities) {
        return entityManager
                .createNativeQuery(statement)
                .setParameter("members", keys.stream().map(Key::memberId).toArray(UUID[]::new))
                .setParameter(
                        "weeks", keys.stream().map(key -> key.week().toString()).toArray(String[]::new))
                .setParameter("loads", loads.toArray(Integer[]::new))
                .setParameter("capacities", capacities.toArray(Integer[]::new));
    }

    private static int capacity(Map<UUID, MemberState> members, Key key) {
        var member = members.get(key.memberId());
        return member == null ? 0 : Capacity.minutes(member, key.week());
    }

    /**
     * Tells of those of the locked weeks whose load or capacity is other than last told: one load-changed per member, and
     * an overload event for each week that crosses its capacity.
     *
     * @param cause what changed, such as plan-published
     */
    public void tell(Collection<Key> weeks, String cause) {
        if (weeks.isEmpty()) {
            return;
        }
        entityManager.flush();
        var keys = new TreeSet<>(weeks);
        var memberIds = keys.stream().map(Key::memberId).collect(Collectors.toSet());
        var members = snapshots.members(memberIds);
        var first = keys.stream().map(Key::week).min(Comparator.naturalOrder()).orElseThrow();
        var loads = loads(memberIds, first);
        var told = told(memberIds, first);
        Map<UUID, List<LoadChanged.Week>> changes = new TreeMap<>();
        var changed = new TreeMap<Key, Told>();
        var crossings = new ArrayList<OverloadChanged>();
        for (var key : keys) {
            var capacity = capacity(members, key);
            var load = loads.getOrDefault(key, 0);
            var before = told.getOrDefault(key, new Told(0, capacity));
            if (load == before.loadMinutes() && capacity == before.capacityMinutes()) {
                continue;
            }
            changed.put(key, new Told(load, capacity));
            changes.computeIfAbsent(key.memberId(), id -> new ArrayList<>())
                    .add(new LoadChanged.Week(key.week(), load, before.loadMinutes(), capacity));
            var isOver = load > capacity;
            if (isOver != before.loadMinutes() > before.capacityMinutes()) {
                crossings.add(new OverloadChanged(
                        key.memberId(),
                        0,
                        key.week(),
                        load,
                        capacity,
                        Math.max(0, load - capacity),
                        isOver ? taskIds(key) : List.of()));
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        rows(
                        "update member_week m set load_minutes = r.load, capacity_minutes = r.capacity from " + ROWS
                                + " where m.member_id = r.member_id and m.week = r.week",
                        List.copyOf(changed.keySet()),
                        changed.values().stream().map(Told::loadMinutes).toList(),
                        changed.values().stream().map(Told::capacityMinutes).toList())
                .executeUpdate();
        changes.forEach((memberId, ofMember) -> outbox.append(
                AllocationTopics.LOAD,
                memberId,
                LoadChanged.TYPE,
                new LoadChanged(memberId, nextVersion(), cause, ofMember)));
        crossings.forEach(crossing -> outbox.append(
                AllocationTopics.LOAD,
                crossing.memberId(),
                crossing.overByMinutes() > 0 ? OverloadChanged.DETECTED : OverloadChanged.RESOLVED,
                new OverloadChanged(
                        crossing.memberId(),
                        nextVersion(),
                        crossing.week(),
                        crossing.loadMinutes(),
                        crossing.capacityMinutes(),
                        crossing.overByMinutes(),
                        crossing.taskIds())));
    }

    /** The weeks of a member in which something stands or stood. */
    public Set<Key> weeksOf(UUID memberId, YearWeek from) {
        return loads(Set.of(memberId), from).keySet();
    }

    /** Standing minutes by member and week. */
    public Map<Key, Integer> loads(Collection<UUID> memberIds, YearWeek from) {
        return loads(memberIds, from, Set.of());
    }

    /** @param exceptTeams whose assignments are left out */
    public Map<Key, Integer> loads(Collection<UUID> memberIds, YearWeek from, Collection<UUID> exceptTeams) {
        var sums = new HashMap<Key, Integer>();
        if (memberIds.isEmpty()) {
            return sums;
        }
        List<?> rows = entityManager
                .createNativeQuery(
                        "select w.member_id, w.week, sum(w.minutes) from assignment_week w"
                                + " join assignment a on a.id = w.assignment_id"
                                + " where w.member_id in :members and w.week >= :from and a.team_id not in :except"
                                + " group by w.member_id, w.week",
                        Tuple.class)
                .setParameter("members", memberIds)
                .setParameter("from", from == null ? "" : from.toString())
                .setParameter("except", exceptTeams.isEmpty() ? Set.of(new UUID(0, 0)) : exceptTeams)
                .getResultList();
        for (var row : rows) {
            var tuple = (Tuple) row;
            sums.put(
                    new Key(tuple.get(0, UUID.class), YearWeek.parse(tuple.get(1, String.class))),
                    tuple.get(2, Number.class).intValue());
        }
        return sums;
    }

    /** Member-weeks, from the given one on, that were last told with more load than capacity. */
    long countOverloaded(YearWeek from) {
        return ((Number) entityManager
                        .createNativeQuery(
                                "select count(*) from member_week where load_minutes > capacity_minutes and week >= :from",
                                Long.class)
                        .setParameter("from", from.toString())
                        .getSingleResult())
                .longValue();
    }

    /** The tasks whose minutes stand in a week. */
    List<UUID> taskIds(Key key) {
        List<?> ids = entityManager
                .createNativeQuery(
                        "select distinct a.task_id from assignment_week w join assignment a on a.id = w.assignment_id"
                                + " where w.member_id = :member and w.week = :week and w.minutes > 0 order by 1",
                        UUID.class)
                .setParameter("member", key.memberId())
                .setParameter("week", key.week().toString())
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private Map<Key, Told> told(Collection<UUID> memberIds, YearWeek from) {
        var told = new HashMap<Key, Told>();
        List<?> rows = entityManager
                .createNativeQuery(
                        "select member_id, week, load_minutes, capacity_minutes from member_week"
                                + " where member_id in :members and week >= :from",
                        Tuple.class)
                .setParameter("members", memberIds)
                .setParameter("from", from.toString())
                .getResultList();
        for (var row : rows) {
            var tuple = (Tuple) row;
            told.put(
                    new Key(tuple.get(0, UUID.class), YearWeek.parse(tuple.get(1, String.class))),
                    new Told(
                            tuple.get(2, Number.class).intValue(),
                            tuple.get(3, Number.class).intValue()));
        }
        return told;
    }

    private long nextVersion() {
        return ((Number) entityManager
                        .createNativeQuery("select nextval('load_version')", Long.class)
                        .getSingleResult())
                .longValue();
    }
}
