package org.fengong.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClockTest {
    @TempDir
    Path directory;

    @Test
    void movesForwardByTheFileThatServicesRead() throws Exception {
        var file = directory.resolve("clock-offset");
        var inAWeek = Instant.now().plus(Duration.ofDays(7));

        new LocalClock(file).moveTo(inAWeek);

        assertThat(new LocalClock(file).now()).isCloseTo(inAWeek, within(5, ChronoUnit.SECONDS));
        assertThat(Duration.parse(Files.readString(file))).isCloseTo(Duration.ofDays(7), Duration.ofSeconds(5));
    }

    @Test
    void neverMovesBack() {
        var clock = new LocalClock(directory.resolve("clock-offset"));
        clock.moveTo(Instant.now().plus(Duration.ofDays(7)));
        var before = clock.offset();

        clock.moveTo(Instant.now());

        assertThat(clock.offset()).isEqualTo(before);
    }
}
