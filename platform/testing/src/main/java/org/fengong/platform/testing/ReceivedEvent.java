package org.fengong.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengong.platform.messaging.CloudEvent;

/** Records as they arrive from Kafka. */
public final class ReceivedEvent {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReceivedEvent() {}

    /** The published example of a type of event, for a test to change. */
    public static ObjectNode example(String type) {
        try {
            return (ObjectNode) MAPPER.readTree(EventContracts.example(type));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(type, e);
        }
    }

    /** An event that was not received before. */
    public static ConsumerRecord<String, byte[]> of(String type, Object data) {
        return of(UUID.randomUUID(), type, data);
    }

    public static ConsumerRecord<String, byte[]> of(UUID eventId, String type, Object data) {
        var received =
                new ConsumerRecord<>("a-topic", 0, 0, "a-key", data.toString().getBytes(StandardCharsets.UTF_8));
        received.headers().add(CloudEvent.ID, eventId.toString().getBytes(StandardCharsets.UTF_8));
        received.headers().add(CloudEvent.TYPE, type.getBytes(StandardCharsets.UTF_8));
        return received;
    }
}
