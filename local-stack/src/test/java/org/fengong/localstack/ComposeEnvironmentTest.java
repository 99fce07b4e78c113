package org.fengong.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.fengong.localstack.security.IssuerKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeEnvironmentTest {
    @TempDir
    Path root;

    private StackDirectory directory;
    private ComposeEnvironment environment;

    @BeforeEach
    void inAnEmptyRepository() {
        directory = new StackDirectory(root.resolve(".fengong"));
        environment = new ComposeEnvironment(root, directory);
    }

    @Test
    void keepsSecretsBehindAFolderOfTheOwner() throws Exception {
        environment.write(false);

        assertThat(permissions(directory.secrets())).isEqualTo("rwx------");
        assertThat(permissions(root.resolve(".env"))).isEqualTo("rw-------");
        assertThat(permissions(directory.secrets().resolve("members-password"))).isEqualTo("rw-r--r--");
        assertThat(List.of("postgres", "members", "tasks", "allocation", "review", "grafana"))
                .extracting(this::password)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("[0-9a-f]{32}"));
    }

    @Test
    void makesTheKeyOfWebhooksOnce() throws Exception {
        environment.write(false);
        var keys = Files.readString(directory.secrets().resolve("webhook-keys"));
        environment.write(true);

        assertThat(keys).matches("1:[A-Za-z0-9+/]{43}=");
        assertThat(directory.secrets().resolve("webhook-keys")).hasContent(keys);
    }

    @Test
    void trustsThePublicKeyAlone() throws Exception {
        environment.write(false);

        assertThat(Files.readAllLines(root.resolve(".env")))
                .contains(
                        "FENGONG_PROFILE=local",
                        "FENGONG_ISSUER=",
                        "FENGONG_PUBLIC_KEY=" + IssuerKeys.in(directory.keys()).publicKeyBase64());
        assertThat(Files.readString(root.resolve(".env"))).doesNotContain("PRIVATE");
    }

    @Test
    void trustsTheIdentityProviderAloneWithAuth() throws Exception {
        environment.write(true);

        assertThat(Files.readAllLines(root.resolve(".env")))
                .contains(
                        "FENGONG_PROFILE=prod",
                        "FENGONG_ISSUER=http://keycloak:8080/realms/fengong",
                        "FENGONG_PUBLIC_KEY=",
                        "FENGONG_REVIEW_TOKEN_FILE=");
    }

    @Test
    void keepsPasswordsAndTheUsersOwnLinesWhenWrittenAgain() throws Exception {
        environment.write(false);
        var password = password("members");
        var secret = line("FENGONG_REVIEW_CLIENT_SECRET");
        Files.writeString(root.resolve(".env"), Files.readString(root.resolve(".env")) + "FENGONG_ADDRESS=0.0.0.0\n");

        environment.write(true);

        assertThat(password("members")).isEqualTo(password);
        assertThat(line("FENGONG_REVIEW_CLIENT_SECRET")).isEqualTo(secret);
        assertThat(line("FENGONG_ADDRESS")).isEqualTo("FENGONG_ADDRESS=0.0.0.0");
        assertThat(line("FENGONG_PROFILE")).isEqualTo("FENGONG_PROFILE=prod");
    }

    private String password(String of) {
        try {
            return Files.readString(directory.secrets().resolve(of + "-password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(String name) throws Exception {
        return Files.readAllLines(root.resolve(".env")).stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
