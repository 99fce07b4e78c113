package org.fengong.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/** Moves the business time of the service under test, by the same file that the launcher uses. */
public final class TestClock {
    private TestClock() {}

    /** @param ahead how far business time runs ahead of system time; zero resets it */
    public static void ahead(Duration ahead) {
        try {
            Files.writeString(LocalStack.clockOffsetFile(), ahead.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
