package org.fengong.localstack.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the suite and who consumes them; the broker creates none by itself. */
public final class Topics {
    private static final int PARTITIONS = 6;
    private static final short ONE_BROKER = 1;
    private static final String MEMBER = "fengong.members.member.v1";

    /** Consumer groups of each topic. */
    private static final Map<String, List<String>> CONSUMERS = Map.ofEntries(
            Map.entry(MEMBER, List.of("tasks-service", "allocation-service", "review-service")),
            Map.entry(
                    "fengong.members.organisation.v1",
                    List.of("tasks-service", "allocation-service", "review-service")),
            Map.entry("fengong.tasks.task.v1", List.of("allocation-service", "review-service")),
            Map.entry("fengong.tasks.goal.v1", List.of("allocation-service", "review-service")),
            Map.entry("fengong.tasks.work.v1", List.of("allocation-service", "review-service")),
            Map.entry("fengong.allocation.plan.v1", List.of("review-service")),
            Map.entry(
                    "fengong.allocation.assignment.v1", List.of("members-service", "tasks-service", "review-service")),
            Map.entry("fengong.allocation.load.v1", List.of("review-service")),
            Map.entry("fengong.allocation.coverage.v1", List.of("review-service")),
            Map.entry("fengong.allocation.request.v1", List.of("members-service", "review-service")),
            Map.entry("fengong.review.review.v1", List.of()),
            Map.entry("fengong.review.finding.v1", List.of()));

    private Topics() {}

    /** Every topic: facts with 6 partitions kept for good, members compacted, dead letters with one partition. */
    public static List<NewTopic> all() {
        var topics = new ArrayList<NewTopic>();
        CONSUMERS.forEach((name, groups) -> {
            topics.add(new NewTopic(name, PARTITIONS, ONE_BROKER)
                    .configs(name.equals(MEMBER) ? Map.of("cleanup.policy", "compact") : Map.of("retention.ms", "-1")));
            groups.forEach(group -> topics.add(
                    new NewTopic(name + "." + group + ".dlq", 1, ONE_BROKER).configs(Map.of("retention.ms", "-1"))));
        });
        return topics;
    }

    /** Creates those that the broker does not have. */
    public static void createMissing(String bootstrapServers) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var existing = admin.listTopics().names().get();
            var missing = all().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }
}
