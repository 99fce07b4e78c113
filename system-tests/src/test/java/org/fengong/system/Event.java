package org.fengong.system;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record as it stands on its topic.
 *
 * @param id of the CloudEvent
 * @param type of the CloudEvent, such as {@code fengong.tasks.task-created.v1}
 */
record Event(String topic, String key, String id, String type, JsonNode data) {
    long version() {
        return data.path("version").asLong();
    }
}
