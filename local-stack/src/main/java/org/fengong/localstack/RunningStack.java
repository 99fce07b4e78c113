package org.fengong.localstack;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.fengong.localstack.files.DirectoryLock;
import org.fengong.localstack.files.OwnerFile;

/** What a launcher tells the other commands about the stack that it runs. */
record RunningStack(long pid, Instant since, boolean ready, Ports ports) {
    private static final String FILE = "launcher.properties";

    /** Empty when no launcher runs: the lock tells, and it ends with its process. */
    static Optional<RunningStack> find(StackDirectory directory) {
        var free = DirectoryLock.take(directory.run());
        if (free.isPresent()) {
            free.get().close();
            return Optional.empty();
        }
        try {
            var saved = new Properties();
            saved.load(new StringReader(Files.readString(directory.run().resolve(FILE))));
            return Optional.of(new RunningStack(
                    Long.parseLong(saved.getProperty("pid")),
                    Instant.parse(saved.getProperty("since")),
                    Boolean.parseBoolean(saved.getProperty("ready")),
                    Ports.of(saved)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(StackDirectory directory) {
        var properties = new Properties();
        properties.setProperty("pid", String.valueOf(pid));
        properties.setProperty("since", since.toString());
        properties.setProperty("ready", String.valueOf(ready));
        ports.saveTo(properties);
        try {
            var text = new StringWriter();
            properties.store(text, null);
            OwnerFile.replace(directory.run().resolve(FILE), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
