package org.fengong.localstack.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner may write, and as a rule read (mode 0600). */
public final class OwnerFile {
    private OwnerFile() {}

    /** Writes the content in one step: a reader sees the old content or the new one, and a crash leaves no half. */
    public static void replace(Path file, String content) {
        replace(file, content, "rw-------");
    }

    /** The same for what everybody may read (mode 0644), such as a container's user. */
    public static void replaceReadable(Path file, String content) {
        replace(file, content, "rw-r--r--");
    }

    private static void replace(Path file, String content, String permissions) {
        try {
            Files.createDirectories(file.getParent());
            // a temporary file is made with mode 0600 from the start
            var next = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
            try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString(permissions));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
