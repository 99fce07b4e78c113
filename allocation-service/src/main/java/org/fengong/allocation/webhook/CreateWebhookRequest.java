package org.fengong.allocation.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A receiver of events.
 *
 * @param url https, of a host with public addresses only
 * @param eventTypes full types, such as fengong.allocation.task-assigned.v1
 * @param teamId only events of this team or of its members are sent; absent for those of every team
 */
@Schema(name = "CreateWebhookRequest", examples = """
        {"url": "https://hooks.example.com/fengong", "eventTypes": ["fengong.allocation.task-assigned.v1"],\
         "teamId": "01a10b66-0e7e-7a52-a14a-87b372fa81b8"}""")
record CreateWebhookRequest(
        @NotBlank @Size(max = MAX_URL) String url,

        @NotEmpty @Size(max = MAX_TYPES) List<@NotNull @Size(max = MAX_TYPE) String> eventTypes,

        UUID teamId) {
    static final int MAX_URL = 2000;
    static final int MAX_TYPES = 50;
    static final int MAX_TYPE = 120;
}
