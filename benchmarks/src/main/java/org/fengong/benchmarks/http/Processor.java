package org.fengong.benchmarks.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Counts seconds of processor as Linux tells them in {@code /proc}, in hundredths. */
final class Processor {
    private static final double TICKS = 100;
    /** Fields of {@code /proc/<pid>/stat} after the name: 11 and 12 are the process's own, 13 and 14 of ended children. */
    private static final int OWN = 11;

    private Processor() {}

    /** Of one process. */
    static double seconds(ProcessHandle process) {
        return ticks(process.pid(), 2) / TICKS;
    }

    /** Of a process with its children, those that have ended too. */
    static double secondsWithChildren(ProcessHandle process) {
        LongStream children = process.children().mapToLong(child -> ticks(child.pid(), 4));
        return (ticks(process.pid(), 4) + children.sum()) / TICKS;
    }

    private static long ticks(long pid, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return LongStream.range(OWN, OWN + fields)
                    .map(field -> Long.parseLong(words[(int) field]))
                    .sum();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
