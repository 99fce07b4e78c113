package org.fengong.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Produces the one {@link Clock} that business code asks. */
@Singleton
class BusinessClock {
    private final ClockConfig config;

    BusinessClock(ClockConfig config) {
        this.config = config;
    }

    /** Ticks in microseconds, as the database keeps them: what a change answers is what is read afterwards. */
    @Produces
    @Singleton
    Clock clock() {
        var exact = config.offsetFile()
                .<Clock>map(file -> new OffsetClock(file, ZoneOffset.UTC))
                .orElse(Clock.systemUTC());
        return Clock.tick(exact, ChronoUnit.MICROS.getDuration());
    }

    /** System time plus what the file says now; the launcher replaces the file atomically. */
    static final class OffsetClock extends Clock {
        private final Path file;
        private final ZoneId zone;

        OffsetClock(Path file, ZoneId zone) {
            this.file = file;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new OffsetClock(file, other);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset());
        }

        private Duration offset() {
            try {
                return Duration.parse(Files.readString(file).strip());
            } catch (NoSuchFileException e) {
                return Duration.ZERO;
            } catch (IOException | DateTimeParseException e) {
                throw new IllegalStateException("The clock's offset file cannot be read: " + file, e);
            }
        }
    }
}
