package org.fengong.allocation.webhook;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where another system wants to be told of which events. */
@Entity
class Webhook {
    @Id
    private UUID id;

    private String url;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> eventTypes;

    private UUID teamId;
    private boolean active;
    private String inactiveReason;

    /** Encrypted, as the previous one. */
    private String secret;

    private String previousSecret;
    private Instant previousSecretUntil;
    private String createdBy;
    private Instant createdAt;

    @Version
    private long version = 1;

    protected Webhook() {}

    static Webhook create(CreateWebhookRequest request, WebhookSecrets secrets, String actor, Instant now) {
        var webhook = new Webhook();
        webhook.id = Generators.timeBasedEpochGenerator().generate();
        webhook.createdBy = actor;
        webhook.createdAt = now;
        webhook.secret = secrets.encrypt(webhook.id, Signature.newSecret());
        webhook.change(new WebhookForm(request.url(), request.eventTypes(), request.teamId(), true));
        return webhook;
    }

    void change(WebhookForm form) {
        url = form.url();
        eventTypes = form.eventTypes();
        teamId = form.teamId();
        active = form.active();
        inactiveReason = null;
    }

    void deactivate(String reason) {
        active = false;
        inactiveReason = reason;
    }

    /** @param bothUntil until when the secret of now signs, too, unless its key is lost */
    void rotateSecret(WebhookSecrets secrets, Instant bothUntil) {
        previousSecret = secrets.hasKeyOf(secret) ? secret : null;
        previousSecretUntil = bothUntil;
        secret = secrets.encrypt(id, Signature.newSecret());
    }

    /** Those that sign at that moment, the newest first. */
    List<String> secrets(WebhookSecrets secrets, Instant now) {
        return previousSecret != null && now.isBefore(previousSecretUntil)
                ? List.of(secret(secrets), secrets.decrypt(id, previousSecret))
                : List.of(secret(secrets));
    }

    String secret(WebhookSecrets secrets) {
        return secrets.decrypt(id, secret);
    }

    /** The same secrets, encrypted under the first key. */
    void renewSecrets(WebhookSecrets secrets) {
        secret = secrets.encrypt(id, secret(secrets));
        if (previousSecret != null) {
            previousSecret = secrets.encrypt(id, secrets.decrypt(id, previousSecret));
        }
    }

    WebhookForm form() {
        return new WebhookForm(url, eventTypes, teamId, active);
    }

    /** @param shownSecret null when it is not to be shown */
    WebhookResponse response(String shownSecret) {
        return new WebhookResponse(
                id, url, eventTypes, teamId, active, inactiveReason, shownSecret, createdBy, createdAt, version);
    }

    UUID id() {
        return id;
    }

    String url() {
        return url;
    }

    UUID teamId() {
        return teamId;
    }

    boolean isSubscribedTo(String eventType) {
        return eventTypes.contains(eventType);
    }

    boolean isActive() {
        return active;
    }

    long version() {
        return version;
    }
}
