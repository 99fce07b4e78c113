package org.fengong.allocation.snapshot;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class OrganisationEventsConsumer {
    private final EventProcessor processor;
    private final EventHandlers handlers;

    OrganisationEventsConsumer(EventProcessor processor, Snapshots snapshots, Event<TeamTold> teamTold) {
        this.processor = processor;
        this.handlers = new EventHandlers()
                .on(
                        "fengong.members.team-changed.v1",
                        TeamState.class,
                        team -> snapshots.take(TeamSnapshot.class, team.teamId(), TeamSnapshot::new, known -> {
                            var before = known.state();
                            known.take(team);
                            if (known.state() == team) {
                                teamTold.fire(new TeamTold(team, before));
                            }
                        }))
                .on(
                        "fengong.members.skill-changed.v1",
                        SkillState.class,
                        skill -> snapshots.take(
                                SkillSnapshot.class, skill.skillId(), SkillSnapshot::new, known -> known.take(skill)))
                .on(
                        "fengong.members.department-changed.v1",
                        DepartmentState.class,
                        department -> snapshots.take(
                                DepartmentSnapshot.class,
                                department.departmentId(),
                                DepartmentSnapshot::new,
                                known -> known.take(department)));
    }

    @Incoming("organisation")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }
}
