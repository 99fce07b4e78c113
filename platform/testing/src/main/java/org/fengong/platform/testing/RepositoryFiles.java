package org.fengong.platform.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files of the repository from whichever module a test runs in. */
public final class RepositoryFiles {
    private RepositoryFiles() {}

    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("contracts"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("No folder above this one has contracts/");
            }
        }
        return folder;
    }
}
