package org.fengong.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts one PostgreSQL and one Kafka broker for all tests of a module, points the service at them and holds its answers
 * against its published OpenAPI document. The argument {@code service} names the database and the document.
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
        if (System.getProperty("contracts.write") == null) {
            RestAssured.replaceFiltersWith(List.of(new PublishedAnswers(service)));
        }
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
