package org.fengong.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fengong.localstack.files.OwnerFile;
import org.fengong.localstack.security.IssuerKeys;
import org.fengong.localstack.security.Tokens;

/**
 * What {@code docker-compose.yml} needs and no repository may hold. Written again it keeps every password and key that is
 * there, and renews the token.
 */
final class ComposeEnvironment {
    private static final List<String> PASSWORDS = List.of(
            "postgres-password",
            "members-password",
            "tasks-password",
            "allocation-password",
            "review-password",
            "grafana-password");
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(365);

    private final Path file;
    private final StackDirectory directory;

    ComposeEnvironment(Path root, StackDirectory directory) {
        this.file = root.resolve(".env");
        this.directory = directory;
    }

    /** @param auth whether Keycloak issues the tokens instead of the key pair in {@code .fengong/keys} */
    void write(boolean auth) {
        try {
            writeSecrets();
            writeEnvironment(auth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A container's user is none of this machine's, so the files are readable by all; the folder around them is not, and
     * that keeps other people of this machine out.
     */
    private void writeSecrets() throws IOException {
        var folder = directory.secrets();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        for (var name : PASSWORDS) {
            keep(folder.resolve(name), Stack::randomPassword);
        }
        keep(folder.resolve("webhook-keys"), ComposeEnvironment::webhookKey);
        var tokens = new Tokens(IssuerKeys.in(directory.keys()));
        OwnerFile.replaceReadable(
                folder.resolve("review-token"),
                tokens.to("review-service", "service").validFor(TOKEN_LIFETIME).sign());
    }

    private static void keep(Path file, Supplier<String> secret) throws IOException {
        if (!Files.exists(file)) {
            OwnerFile.replaceReadable(file, secret.get());
        }
    }

    /** The name and 32 bytes of the first key that encrypts webhooks' secrets in the database. */
    private static String webhookKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return "1:" + Base64.getEncoder().encodeToString(key);
    }

    private void writeEnvironment(boolean auth) throws IOException {
        var lines = Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<String>();
        var settings = new LinkedHashMap<String, String>();
        settings.put("FENGONG_PROFILE", auth ? "prod" : "local");
        settings.put(
                "FENGONG_PUBLIC_KEY",
                auth ? "" : IssuerKeys.in(directory.keys()).publicKeyBase64());
        settings.put("FENGONG_ISSUER", auth ? "http://keycloak:8080/realms/fengong" : "");
        settings.put("FENGONG_REVIEW_TOKEN_FILE", auth ? "" : "/run/secrets/review-token");
        for (var name : List.of("FENGONG_REVIEW_CLIENT_SECRET", "FENGONG_KEYCLOAK_PASSWORD")) {
            settings.put(name, valueIn(lines, name).orElseGet(Stack::randomPassword));
        }
        settings.forEach((name, value) -> put(lines, name, value));
        OwnerFile.replace(file, String.join("\n", lines) + "\n");
    }

    private static Optional<String> valueIn(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static void put(List<String> lines, String name, String value) {
        var line = name + "=" + value;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(name + "=")) {
                lines.set(i, line);
                return;
            }
        }
        lines.add(line);
    }
}
