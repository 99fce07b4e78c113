package org.fengong.localstack;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;

/** The events between the services: written to an outbox, then on the broker, then read. */
final class EventFlow {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 100;

    private final String brokers;
    private final Databases databases;

    EventFlow(String brokers, Databases databases) {
        this.brokers = brokers;
        this.databases = databases;
    }

    /**
     * Waits until nothing is on its way.
     *
     * @throws StackException when that takes longer than two minutes
     */
    void awaitRest() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var broker = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            // twice: what is read between the two looks may have written a new event
            while (!(isAtRest(broker) && isAtRest(broker))) {
                if (System.nanoTime() > deadline) {
                    throw new StackException(
                            "Events are still on their way after %d minutes. Look into the services' logs."
                                    .formatted(PATIENCE.toMinutes()));
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while events were on their way.");
        } catch (ExecutionException e) {
            throw new StackException("Kafka does not answer: " + e.getCause().getMessage(), e);
        }
    }

    private boolean isAtRest(Admin broker) throws InterruptedException, ExecutionException {
        return everythingIsRead(broker) && outboxesAreEmpty();
    }

    private static boolean everythingIsRead(Admin broker) throws InterruptedException, ExecutionException {
        var names = broker.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .toList();
        for (var group : broker.describeConsumerGroups(names).all().get().values()) {
            if (group.groupState() != GroupState.STABLE || !isRead(group, broker)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRead(ConsumerGroupDescription group, Admin broker)
            throws InterruptedException, ExecutionException {
        var read = broker.listConsumerGroupOffsets(group.groupId())
                .partitionsToOffsetAndMetadata()
                .get();
        var assigned = group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return broker.listOffsets(assigned).all().get().entrySet().stream().allMatch(end -> {
            var position = read.get(end.getKey());
            return end.getValue().offset() == 0
                    || (position != null && position.offset() >= end.getValue().offset());
        });
    }

    private boolean outboxesAreEmpty() {
        for (var service : Service.values()) {
            try (var connection = databases.connect(service);
                    var statement = connection.createStatement();
                    var found = statement.executeQuery("select exists (select from outbox)")) {
                found.next();
                if (found.getBoolean(1)) {
                    return false;
                }
            } catch (SQLException e) {
                throw new StackException(
                        "The database of %s does not answer: %s".formatted(service.fullName(), e.getMessage()), e);
            }
        }
        return true;
    }
}
