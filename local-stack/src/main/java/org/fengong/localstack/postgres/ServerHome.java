package org.fengong.localstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fengong.localstack.files.DirectoryTree;
import org.fengong.localstack.files.OwnerFile;

/**
 * The directory of one durable server. It has its own copy of the server's programs, so a process that runs one of them
 * is provably this server's: no process id from a file has to be believed.
 */
final class ServerHome {
    private static final int STOP_SECONDS = 20;

    private final Path directory;

    ServerHome(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    Path data() {
        return directory.resolve("data");
    }

    Path programs() {
        return directory.resolve("programs");
    }

    Path log() {
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

    /** Stops the server in order if it runs, and removes the traces by which the next one would think that it runs. */
    void stopLeftBehind() {
        var running = running();
        postmaster(data()).filter(running::contains).ifPresent(ServerHome::requestFastShutdown);
        var ended = CompletableFuture.allOf(
                running.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        ended.completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS).join();
        running().forEach(ProcessHandle::destroyForcibly);
        try {
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
