package org.fengong.allocation.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Sends what is due, every replica for itself. A webhook has at most one of a replica's threads, and gives it back when it
 * does not answer, so that a dead receiver keeps nobody else waiting for long.
 */
@ApplicationScoped
class WebhookSender {
    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final int MOST_IN_A_ROW = 50;

    private final WebhookDeliveries deliveries;
    private final WebhookClient client;
    private final WebhookConfig config;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    WebhookSender(WebhookDeliveries deliveries, WebhookClient client, WebhookConfig config) {
        this.deliveries = deliveries;
        this.client = client;
        this.config = config;
        this.threads = Executors.newFixedThreadPool(config.parallel());
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown(); // what is on its way has its time-out; what is not noted is sent again
    }

    @Scheduled(every = "1s", identity = "webhook-sender", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (config.send()) {
            var unused = sendDue();
        }
    }

    /** Begins to send to webhooks that have something due, as many as there are threads free. */
    CompletableFuture<Void> sendDue() {
        var free = config.parallel() - busy.size();
        return CompletableFuture.allOf(deliveries.dueWebhooks(config.parallel()).stream()
                .filter(id -> !busy.contains(id))
                .limit(free)
                .filter(busy::add)
                .map(id -> CompletableFuture.runAsync(() -> sendTo(id), threads).whenComplete((done, failure) -> {
                    busy.remove(id);
                    if (failure != null) {
                        LOG.warnf("Sending to the webhook pauses: %s; webhookId=%s", failure.getMessage(), id);
                    }
                }))
                .toArray(CompletableFuture[]::new));
    }

    void sendTo(UUID webhookId) {
        for (int sent = 0; sent < MOST_IN_A_ROW && !threads.isShutdown(); sent++) {
            var claimed = deliveries.claim(webhookId);
            if (claimed.isEmpty()) {
                return;
            }
            var attempt = client.send(claimed.get());
            deliveries.note(webhookId, claimed.get(), attempt);
            if (!attempt.isAnswered()) {
                return;
            }
        }
    }
}
