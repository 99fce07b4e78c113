package org.fengong.localstack.demo.csv;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files: all of it, so that nobody has to find it one run at a time. */
final class Faults {
    private final List<String> found = new ArrayList<>();

    void add(String file, long line, String column, String fault) {
        found.add("%s, line %d, column %s: %s".formatted(file, line, column, fault));
    }

    void add(String file, String fault) {
        found.add("%s: %s".formatted(file, fault));
    }

    void throwIfAny(String folder) {
        if (!found.isEmpty()) {
            throw new FaultyFilesException(folder, found);
        }
    }
}
