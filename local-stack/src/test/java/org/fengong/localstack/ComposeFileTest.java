package org.fengong.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fengong.localstack.kafka.Topics;
import org.junit.jupiter.api.Test;

/** {@code docker-compose.yml} says the same as the launcher. */
class ComposeFileTest {
    private static final Path FILE = Path.of("../docker-compose.yml");

    @Test
    void makesTheTopicsOfTheLauncher() throws IOException {
        var launcher = Topics.all().stream()
                .flatMap(topic -> topic.configs().entrySet().stream()
                        .map(setting -> "%s %d %s=%s"
                                .formatted(topic.name(), topic.numPartitions(), setting.getKey(), setting.getValue())))
                .toList();

        assertThat(topics()).containsExactlyInAnyOrderElementsOf(launcher);
    }

    @Test
    void publishesEachServiceOnItsUsualPortAndNoManagementPort() throws IOException {
        var published = Files.readAllLines(FILE).stream()
                .filter(line -> line.strip().matches("ports:.*:808[1-4]\"\\]"))
                .toList();

        assertThat(published).hasSize(Service.values().length);
        for (var service : Service.values()) {
            assertThat(published).anyMatch(line -> line.endsWith("-%1$d}:%1$d\"]".formatted(service.usualPort())));
        }
        assertThat(Files.readString(FILE)).doesNotContainPattern("ports:.*908[1-4]");
    }

    /** The block that the container reads: lines of name, partitions and setting. */
    private static List<String> topics() throws IOException {
        return Files.readAllLines(FILE).stream()
                .map(String::strip)
                .filter(line -> line.matches("fengong\\.\\S+ \\d+ \\S+"))
                .toList();
    }
}
