package org.fengong.allocation.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.platform.security.Caller;

/** Creates, changes and deletes webhooks. */
@ApplicationScoped
class Webhooks {
    private final WebhookRepository webhooks;
    private final WebhookTargets targets;
    private final WebhookSecrets secrets;
    private final WebhookConfig config;
    private final SnapshotReader snapshots;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    Webhooks(
            WebhookRepository webhooks,
            WebhookTargets targets,
            WebhookSecrets secrets,
            WebhookConfig config,
            SnapshotReader snapshots,
            MergePatch mergePatch,
            Caller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.targets = targets;
        this.secrets = secrets;
        this.config = config;
        this.snapshots = snapshots;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    WebhookResponse create(CreateWebhookRequest request) {
        var webhook = Webhook.create(request, secrets, caller.actorName(), clock.instant());
        requireSound(webhook.form());
        webhooks.persistAndFlush(webhook);
        return WebhookResponse.withSecret(webhook, secrets);
    }

    @Transactional
    WebhookResponse patch(UUID id, long expectedVersion, JsonNode patch) {
        var webhook = requireSame(id, expectedVersion);
        var changed = mergePatch.apply(webhook.form(), patch, WebhookForm.class);
        requireSound(changed);
        webhook.change(changed);
        webhooks.flush(); // gives the version
        return WebhookResponse.of(webhook);
    }

    /** Its deliveries go with it. */
    @Transactional
    void delete(UUID id, long expectedVersion) {
        webhooks.delete(requireSame(id, expectedVersion));
    }

    @Transactional
    WebhookResponse rotateSecret(UUID id) {
        var webhook = webhooks.require(id);
        webhook.rotateSecret(secrets, clock.instant().plus(config.rotation()));
        webhooks.flush(); // gives the version
        return WebhookResponse.withSecret(webhook, secrets);
    }

    /** No lock: a name is resolved meanwhile, and events wait for nobody. Of two changes the version lets one through. */
    private Webhook requireSame(UUID id, long expectedVersion) {
        var webhook = webhooks.require(id);
        EntityTags.requireSame(expectedVersion, webhook.version());
        return webhook;
    }

    private void requireSound(WebhookForm form) {
        WebhookEvents.require(form.eventTypes());
        if (form.teamId() != null && snapshots.team(form.teamId()).isEmpty()) {
            throw new UnknownReferenceException("team", "teamId", form.teamId());
        }
        targets.require(form.url());
    }
}
