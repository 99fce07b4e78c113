package org.fengong.allocation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.fengong.platform.testing.RepositoryFiles;
import org.junit.jupiter.api.Test;

class WebhookEventsTest {
    private static final String SCHEMA = ".schema.json";

    @Test
    void knowsEveryTypeThatThisServiceEmits() throws IOException {
        try (var files = Files.list(RepositoryFiles.root().resolve("contracts/events"))) {
            assertThat(WebhookEvents.TYPES)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.startsWith("fengong.allocation.") && name.endsWith(SCHEMA))
                                    .map(name -> name.substring(0, name.length() - SCHEMA.length()))
                                    .toList());
        }
    }
}
