package org.fengong.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {
    @TempDir
    Path folder;

    @Test
    void runsAheadByWhatTheFileSaysNow() throws Exception {
        var file = folder.resolve("offset");
        var clock = new BusinessClock.OffsetClock(file, ZoneOffset.UTC);
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));

        Files.writeString(file, "PT168H\n");

        assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(2, ChronoUnit.SECONDS));
    }

    @Test
    void refusesAFileThatSaysNoDuration() throws Exception {
        var file = Files.writeString(folder.resolve("offset"), "a week");

        assertThatThrownBy(() -> new BusinessClock.OffsetClock(file, ZoneOffset.UTC).instant())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("offset");
    }
}
