package org.fengong.localstack;

import java.nio.file.Path;
import org.fengong.localstack.files.DirectoryTree;

/** What the launcher keeps between runs, in {@code .fengong} of the repository. */
public record StackDirectory(Path path) {
    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path keys() {
        return path.resolve("keys");
    }

    /** What docker-compose.yml mounts. */
    Path secrets() {
        return path.resolve("secrets");
    }

    Path clockOffset() {
        return path.resolve("clock-offset");
    }

    Path reviewToken() {
        return path.resolve("tokens").resolve("review-service");
    }

    Path run() {
        return path.resolve("run");
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    /** Databases, events and business time belong together and go together; keys and logs stay. */
    void deleteData() {
        DirectoryTree.delete(postgres());
        DirectoryTree.delete(kafka());
        clockOffset().toFile().delete();
    }
}
