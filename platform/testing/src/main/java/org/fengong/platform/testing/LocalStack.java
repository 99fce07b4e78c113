package org.fengong.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts one PostgreSQL and one Kafka broker for all tests of a module and points the service at them. The argument
 * {@code service} names the database.
 */
public class LocalStack implements QuarkusTestResourceLifecycleManager {
    private static Servers servers;
    private static Path clockOffsetFile;
    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        startOnce();
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", servers.jdbcUrl(service));
        settings.put("quarkus.datasource.username", service);
        settings.put("quarkus.datasource.password", servers.password());
        settings.put("kafka.bootstrap.servers", servers.bootstrapServers());
        settings.put("quarkus.oidc.public-key", TestTokens.publicKey());
        settings.put("fengong.clock.offset-file", clockOffsetFile.toString());
        return settings;
    }

    @Override
    public void stop() {
        // They live as long as the JVM: the next test class, perhaps with another profile, uses them again.
    }

    public static String bootstrapServers() {
        return servers.bootstrapServers();
    }

    static Path clockOffsetFile() {
        return clockOffsetFile;
    }

    private static synchronized void startOnce() {
        if (servers != null) {
            return;
        }
        try {
            clockOffsetFile = Files.createTempFile("fengong-clock", ".offset");
            Files.writeString(clockOffsetFile, "PT0S");
            clockOffsetFile.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        servers = Servers.start();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
    }
}
