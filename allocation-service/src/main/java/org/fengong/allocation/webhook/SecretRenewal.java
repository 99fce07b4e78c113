package org.fengong.allocation.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.fengong.allocation.Sweeps;

/** Encrypts at each start what is stored in the clear or under a former key; each webhook in a transaction of its own. */
@ApplicationScoped
class SecretRenewal {
    private final WebhookRepository webhooks;
    private final WebhookSecrets secrets;
    private final Sweeps sweeps;

    SecretRenewal(WebhookRepository webhooks, WebhookSecrets secrets, Sweeps sweeps) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.sweeps = sweeps;
    }

    void start(@Observes StartupEvent event) {
        renew();
    }

    void renew() {
        sweeps.each(
                "webhook-secrets",
                QuarkusTransaction.requiringNew().call(() -> webhooks.withSecretsNotLike(secrets.prefix())),
                this::renew);
    }

    private void renew(UUID webhookId) {
        QuarkusTransaction.requiringNew()
                .run(() -> webhooks.locked(webhookId).ifPresent(webhook -> webhook.renewSecrets(secrets)));
    }
}
