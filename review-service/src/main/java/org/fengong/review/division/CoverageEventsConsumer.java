package org.fengong.review.division;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;

/** Keeps every gap that is told; which of them count in a period is decided when it is reviewed. */
@ApplicationScoped
class CoverageEventsConsumer {
    private final EventProcessor processor;
    private final EntityManager entityManager;
    private final EventHandlers handlers;

    CoverageEventsConsumer(EventProcessor processor, EntityManager entityManager) {
        this.processor = processor;
        this.entityManager = entityManager;
        this.handlers = new EventHandlers().on(SkillGapTold.TYPE, SkillGapTold.class, this::take);
    }

    @Incoming("coverage")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(SkillGapTold gap) {
        entityManager
                .createNativeQuery("insert into skill_gap"
                        + " (team_id, version, skill_id, min_level, from_week, weeks, holders)"
                        + " values (:team, :version, :skill, :level, :week, :weeks, :holders) on conflict do nothing")
                .setParameter("team", gap.teamId())
                .setParameter("version", gap.version())
                .setParameter("skill", gap.skillId())
                .setParameter("level", gap.minLevel())
                .setParameter("week", gap.fromWeek().toString())
                .setParameter("weeks", gap.weeks())
                .setParameter("holders", gap.holders())
                .executeUpdate();
    }
}
