package org.fengong.localstack.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fengong.localstack.files.DirectoryTree;
import org.fengong.localstack.files.OwnerFile;
import org.fengong.localstack.process.ForeignProcess;

/**
 * The directory of one durable server. It has its own copy of the server's programs, so a process that runs one of them
 * is provably this server's: no process id from a file has to be believed.
 */
final class ServerHome {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    /** Unpacked programs are remembered by resolver: one per directory keeps the copies apart. */
    private record OwnPrograms(Path directory) implements PgBinaryResolver {
        @Override
        public InputStream getPgBinary(String system, String machineHardware) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
        }
    }

    private final Path directory;

    ServerHome(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    Path data() {
        return directory.resolve("data");
    }

    private Path programs() {
        return directory.resolve("programs");
    }

    /** Makes the server run from this directory and tell its log, not this process, what happens. */
    EmbeddedPostgres.Builder serverBuilder() {
        return EmbeddedPostgres.builder()
                .setCleanDataDirectory(false)
                .setPgBinaryResolver(new OwnPrograms(directory))
                .setOverrideWorkingDirectory(programs().toFile())
                .setOutputRedirector(Redirect.appendTo(log().toFile()))
                .setRegisterShutdownHook(false);
    }

    private Path log() {
        return directory.resolve("server.log");
    }

    /** The process that the server of this data directory has written down. */
    static Optional<ProcessHandle> postmaster(Path data) {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    Optional<ProcessHandle> runningPostmaster() {
        return postmaster(data()).filter(running()::contains);
    }

    /**
     * Stops the server in order if it runs, and removes the traces by which the next one would think that it runs.
     *
     * @return true when something ran
     */
    boolean stopLeftBehind() {
        var running = running();
        postmaster(data()).filter(running::contains).ifPresent(ServerHome::requestFastShutdown);
        ForeignProcess.awaitEnd(running, STOP_PATIENCE);
        try {
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !running.isEmpty();
    }

    /** A first start that was killed half-way has left programs or data that no later start could use. */
    void discardUnfinished() {
        if (!Files.exists(finished())) {
            DirectoryTree.delete(data());
            DirectoryTree.delete(programs());
        }
    }

    void markFinished() {
        if (!Files.exists(finished())) {
            OwnerFile.replace(finished(), "");
        }
    }

    private Path finished() {
        return directory.resolve("initialised");
    }

    private List<ProcessHandle> running() {
        if (!Files.exists(programs())) {
            return List.of();
        }
        try {
            var programs = programs().toRealPath() + "/";
            return ProcessHandle.allProcesses()
                    .filter(process -> process.info().command().orElse("").startsWith(programs))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGINT; the SIGTERM of {@link ProcessHandle#destroy} would wait for every client to leave. */
    private static void requestFastShutdown(ProcessHandle postmaster) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + postmaster.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
