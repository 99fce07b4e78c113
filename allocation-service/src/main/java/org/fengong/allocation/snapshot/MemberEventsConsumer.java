package org.fengong.allocation.snapshot;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class MemberEventsConsumer {
    private final EventProcessor processor;
    private final Snapshots snapshots;
    private final Event<MemberTold> told;
    private final EventHandlers handlers = new EventHandlers();

    MemberEventsConsumer(EventProcessor processor, Snapshots snapshots, Event<MemberTold> told) {
        this.processor = processor;
        this.snapshots = snapshots;
        this.told = told;
        List.of(
                        "fengong.members.member-registered.v1",
                        "fengong.members.member-changed.v1",
                        "fengong.members.member-deactivated.v1")
                .forEach(type -> handlers.on(type, MemberState.class, this::take));
    }

    @Incoming("members")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(MemberState member) {
        snapshots.take(MemberSnapshot.class, member.memberId(), MemberSnapshot::new, known -> {
            var before = known.state();
            known.take(member);
            if (known.state() == member) {
                told.fire(new MemberTold(member, before));
            }
        });
    }
}
