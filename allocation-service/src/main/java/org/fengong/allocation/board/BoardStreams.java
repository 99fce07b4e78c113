package org.fengong.allocation.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.time.Weeks;

/** The boards that are open at this replica. One question a second for all of them finds what any replica has changed. */
@ApplicationScoped
class BoardStreams {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Looks without news after which a comment shows that a stream lives: 15 s. */
    private static final int QUIET_LOOKS = 15;

    /** Everything that a board shows of a team is counted by one of these; the weeks cover all time zones. */
    private static final String VERSIONS = """
            select t.id, concat_ws(' ', t.version, p.plan_id,
                (select concat_ws('/', count(*), sum(a.version)) from assignment a where a.team_id = t.id),
                (select sum(o.version) from offer o where o.team_id = t.id),
                (select sum(k.version) from task_snapshot k where k.team_id = t.id),
                (select sum(m.version) from member_snapshot m where m.id = any (e.ids)),
                (select md5(string_agg(concat_ws('/', w.member_id, w.week, w.load_minutes), ' '
                        order by w.member_id, w.week))
                    from member_week w where w.member_id = any (e.ids) and w.week between :from and :to))
            from team_snapshot t
            left join team_plan p on p.team_id = t.id
            cross join lateral (select array_agg(cast(m ->> 'memberId' as uuid)) as ids
                from jsonb_array_elements(t.data -> 'members') as m) e
            where t.id in :teams
            """;

    private final EntityManager entityManager;
    private final BoardConfig config;
    private final Clock clock;
    private final List<Stream> open = new CopyOnWriteArrayList<>();

    BoardStreams(EntityManager entityManager, BoardConfig config, Clock clock) {
        this.entityManager = entityManager;
        this.config = config;
        this.clock = clock;
    }

    /** One open board. */
    static final class Stream {
        private final UUID teamId;
        private volatile MultiEmitter<? super Boolean> emitter;
        private String version;
        private int quiet;

        private Stream(UUID teamId) {
            this.teamId = teamId;
        }

        /** @param listener gets true for a change, false to see that the stream lives */
        void begin(MultiEmitter<? super Boolean> listener) {
            emitter = listener;
        }

        private void look(String now) {
            if (emitter == null) {
                return;
            }
            var changed = !now.equals(version);
            version = now;
            if (changed || ++quiet >= QUIET_LOOKS) {
                quiet = 0;
                emitter.emit(changed);
            }
        }
    }

    /**
     * A place among the streams, to be closed.
     *
     * @throws ProblemException when this replica has as many as it may
     */
    synchronized Stream open(UUID teamId) {
        if (open.size() >= config.streams()) {
            throw new ProblemException(
                            ProblemKind.UNAVAILABLE,
                            "too-many-streams",
                            "As many boards are open as there may be. Close one, or try again in a moment.")
                    .retryAfter(PAUSE);
        }
        var stream = new Stream(teamId);
        open.add(stream);
        return stream;
    }

    void close(Stream stream) {
        open.remove(stream);
    }

    @Scheduled(every = "1s", identity = "board-streams", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!open.isEmpty()) {
            var versions = versions(open.stream().map(stream -> stream.teamId).collect(Collectors.toSet()));
            open.forEach(stream -> stream.look(versions.getOrDefault(stream.teamId, "")));
        }
    }

    private Map<UUID, String> versions(Collection<UUID> teamIds) {
        var week = Weeks.of(LocalDate.now(clock));
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(VERSIONS, Tuple.class)
                        .setParameter("teams", teamIds)
                        .setParameter("from", week.minusWeeks(1).toString())
                        .setParameter("to", week.plusWeeks(2).toString())
                        .getResultList());
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }
}
