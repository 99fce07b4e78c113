package org.fengong.localstack.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.fengong.localstack.files.DirectoryTree;
import org.fengong.localstack.port.LocalPort;

/** One broker with its own controller (KRaft) in this JVM. */
public final class LocalKafka implements AutoCloseable {
    private static final String CLUSTER_ID = "ZmVuZ29uZy1sb2NhbC0xMA";

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final Runnable afterwards;

    private LocalKafka(KafkaRaftServer server, String bootstrapServers, Runnable afterwards) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.afterwards = afterwards;
    }

    /**
     * Starts a durable broker, which writes each record to the disk before it acknowledges it, and creates the topics
     * that are missing.
     *
     * @param logDirectory kept between starts
     * @param port of the broker; 0 takes a free one
     * @throws IllegalStateException when the port or the directory is in use, or the directory is another cluster's
     */
    public static LocalKafka start(Path logDirectory, int port) {
        return launch(logDirectory, port, Map.of("log.flush.interval.messages", "1"), () -> {});
    }

    /** A broker on a free port with an empty log directory that does not wait for the disk. */
    public static LocalKafka startForTests() {
        try {
            var directory = Files.createTempDirectory("fengong-kafka");
            return launch(directory, 0, Map.of(), () -> DirectoryTree.delete(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        afterwards.run();
    }

    private static LocalKafka launch(Path logDirectory, int port, Map<String, String> durability, Runnable afterwards) {
        if (port != 0 && !LocalPort.isFree(port)) {
            throw new IllegalStateException("Port %d is in use; Kafka cannot have it.".formatted(port));
        }
        var brokerPort = port == 0 ? LocalPort.free() : port;
        var settings = settings(logDirectory, brokerPort, LocalPort.free());
        settings.putAll(durability);
        format(logDirectory);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        var kafka = new LocalKafka(server, "127.0.0.1:" + brokerPort, afterwards);
        try {
            server.startup();
            Topics.createMissing(kafka.bootstrapServers());
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw new IllegalStateException("Kafka does not start in " + logDirectory + ": " + e.getMessage(), e);
        }
    }

    private static Properties settings(Path logDirectory, int brokerPort, int controllerPort) {
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(brokerPort, controllerPort)),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", logDirectory.toString()),
                // one broker: nothing to replicate to, nobody to wait for
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // the default of 128 MB is for clusters; 4 MB compact a hundred thousand keys at a time
                Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20)),
                Map.entry("auto.create.topics.enable", "false")));
        return settings;
    }

    private static void format(Path logDirectory) {
        try {
            Files.createDirectories(logDirectory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(1)
                    .setClusterId(CLUSTER_ID)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .setDirectories(List.of(logDirectory.toString()))
                    .setMetadataLogDirectory(logDirectory.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("The broker's log directory cannot be prepared: " + logDirectory, e);
        }
    }
}
