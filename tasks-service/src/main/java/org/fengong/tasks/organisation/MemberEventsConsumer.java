package org.fengong.tasks.organisation;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class MemberEventsConsumer {
    private final EventProcessor processor;
    private final Snapshots snapshots;
    private final EventHandlers handlers;

    MemberEventsConsumer(EventProcessor processor, Snapshots snapshots) {
        this.processor = processor;
        this.snapshots = snapshots;
        this.handlers = new EventHandlers()
                .on(MemberState.REGISTERED, MemberState.class, this::take)
                .on(MemberState.CHANGED, MemberState.class, this::take)
                .on(MemberState.DEACTIVATED, MemberState.class, this::take)
                .on(
                        MemberErased.TYPE,
                        MemberErased.class,
                        erased -> snapshots.take(
                                MemberSnapshot.class,
                                erased.memberId(),
                                MemberSnapshot::new,
                                known -> known.erase(erased)));
    }

    @Incoming("members")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(MemberState member) {
        snapshots.take(MemberSnapshot.class, member.memberId(), MemberSnapshot::new, known -> known.take(member));
    }
}
