package org.fengong.localstack.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes one process the owner of a directory. The system releases the lock when the process ends, however it ends. */
public final class DirectoryLock implements AutoCloseable {
    // The lock belongs to the process, and closing any channel of the file would release it: what this process holds
    // must not be opened a second time.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** @return empty while another process, or another part of this one, holds the directory */
    public static Optional<DirectoryLock> take(Path directory) {
        try {
            var real = Files.createDirectories(directory).toRealPath();
            if (!HELD.add(real)) {
                return Optional.empty();
            }
            var channel = FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                HELD.remove(real);
                return Optional.empty();
            }
            return Optional.of(new DirectoryLock(real, channel));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + directory, e);
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(directory);
        }
    }
}
