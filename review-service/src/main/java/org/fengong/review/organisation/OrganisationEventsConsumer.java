package org.fengong.review.organisation;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class OrganisationEventsConsumer {
    private final EventProcessor processor;
    private final EventHandlers handlers;

    OrganisationEventsConsumer(EventProcessor processor, Snapshots snapshots) {
        this.processor = processor;
        this.handlers = new EventHandlers()
                .on(
                        TeamChanged.TYPE,
                        TeamChanged.class,
                        team -> snapshots.take(
                                TeamSnapshot.class, team.teamId(), TeamSnapshot::new, known -> known.take(team)))
                .on(
                        DepartmentChanged.TYPE,
                        DepartmentChanged.class,
                        department -> snapshots.take(
                                DepartmentSnapshot.class,
                                department.departmentId(),
                                DepartmentSnapshot::new,
                                known -> known.take(department)))
                .on(
                        SkillChanged.TYPE,
                        SkillChanged.class,
                        skill -> snapshots.take(
                                SkillSnapshot.class, skill.skillId(), SkillSnapshot::new, known -> known.take(skill)));
    }

    @Incoming("organisation")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }
}
