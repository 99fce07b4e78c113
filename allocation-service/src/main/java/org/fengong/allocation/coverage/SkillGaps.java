package org.fengong.allocation.coverage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fengong.allocation.AllocationTopics;
import org.fengong.allocation.snapshot.MemberTold;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskTold;
import org.fengong.allocation.snapshot.TeamState;
import org.fengong.platform.messaging.Outbox;

/**
 * Tells when a team comes to lack a skill (S3, P5): after members or tasks changed, its coverage is compared with what it
 * was when it was last looked at. A gap is told once, when it opens, and again only after it was closed.
 */
@ApplicationScoped
class SkillGaps {
    private static final int WEEKS = 8;
    private static final int MOST_AT_ONCE = 20;

    private final KnownGaps known;
    private final CoverageService coverage;
    private final SnapshotReader snapshots;
    private final Outbox outbox;
    private final CoverageConfig config;

    SkillGaps(
            KnownGaps known, CoverageService coverage, SnapshotReader snapshots, Outbox outbox, CoverageConfig config) {
        this.known = known;
        this.coverage = coverage;
        this.snapshots = snapshots;
        this.outbox = outbox;
        this.config = config;
    }

    void memberTold(@Observes MemberTold told) {
        var teams = new TreeSet<>(told.member().teamIds());
        if (told.before() != null) {
            teams.addAll(told.before().teamIds());
        }
        teams.forEach(team -> known.changed(team, told.member().memberId(), null, config.window()));
    }

    void taskTold(@Observes TaskTold told) {
        known.changed(told.task().teamId(), null, told.task().taskId(), config.window());
    }

    @Scheduled(every = "1s", identity = "skill-gaps", concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        Stream.generate(() -> config.watch() && checkNext())
                .limit(MOST_AT_ONCE)
                .takeWhile(checked -> checked)
                .forEach(checked -> {});
    }

    /** False when no team waits to be looked at. */
    boolean checkNext() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var due = known.takeDue();
            due.ifPresent(change -> snapshots.team(change.teamId()).ifPresent(team -> check(team, change)));
            return due.isPresent();
        });
    }

    private void check(TeamState team, KnownGaps.Change change) {
        var now = coverage.of(team, null, WEEKS);
        var before = known.of(team.teamId());
        for (var skill : now.skills()) {
            var gap = new KnownGaps.Gap(skill.skillId(), skill.minLevel());
            var wasOpen = before.remove(gap);
            if (skill.gapMinutes() > 0 && !wasOpen) {
                known.opened(team.teamId(), gap);
                outbox.append(
                        AllocationTopics.COVERAGE,
                        team.teamId(),
                        SkillGapDetected.TYPE,
                        new SkillGapDetected(
                                team.teamId(),
                                known.nextVersion(),
                                skill.skillId(),
                                skill.minLevel(),
                                now.from(),
                                WEEKS,
                                skill.demandMinutes(),
                                skill.gapMinutes(),
                                0,
                                skill.holders(),
                                change.memberIds(),
                                change.taskIds()));
            } else if (skill.gapMinutes() == 0 && wasOpen) {
                known.closed(team.teamId(), gap);
            }
        }
        // nothing asks for these skills any more
        before.forEach(gap -> known.closed(team.teamId(), gap));
    }
}
