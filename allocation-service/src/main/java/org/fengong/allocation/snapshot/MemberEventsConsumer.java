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
    private final Event<MemberForgotten> forgotten;
    private final EventHandlers handlers = new EventHandlers();

    MemberEventsConsumer(
            EventProcessor processor, Snapshots snapshots, Event<MemberTold> told, Event<MemberForgotten> forgotten) {
        this.processor = processor;
        this.snapshots = snapshots;
        this.told = told;
        this.forgotten = forgotten;
        List.of(
                        "fengong.members.member-registered.v1",
                        "fengong.members.member-changed.v1",
                        "fengong.members.member-deactivated.v1")
                .forEach(type -> handlers.on(type, MemberState.class, this::take));
        handlers.on("fengong.members.member-erased.v1", MemberErased.class, this::erase);
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

    private void erase(MemberErased erased) {
        snapshots.take(MemberSnapshot.class, erased.memberId(), MemberSnapshot::new, known -> {
            var before = known.state();
            known.take(MemberState.erased(erased.memberId(), erased.version()));
            if (before != null && known.state() != before) {
                if (before.active()) { // the news that the member has left is compacted away
                    told.fire(new MemberTold(known.state(), before));
                }
                forgotten.fire(new MemberForgotten(erased.memberId(), before.displayName()));
            }
        });
    }
}
