package org.fengong.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.fengong.localstack.files.OwnerFile;

/**
 * Business time: system time plus an offset in a file, which the services of the profile {@code local} read and only
 * this class writes. The content is an ISO-8601 duration such as {@code PT168H}.
 */
final class LocalClock {
    private final Path offsetFile;

    LocalClock(Path offsetFile) {
        this.offsetFile = offsetFile;
    }

    Duration offset() {
        try {
            return Duration.parse(Files.readString(offsetFile).strip());
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant now() {
        return Instant.now().plus(offset());
    }

    /** Moves business time forward; an instant that has passed already changes nothing. */
    void moveTo(Instant businessTime) {
        var ahead = Duration.between(now(), businessTime);
        if (!ahead.isNegative()) {
            OwnerFile.replaceReadable(offsetFile, offset().plus(ahead).toString());
        }
    }
}
