package org.fengong.benchmarks.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Counts seconds of processor as Linux tells them in {@code /proc}, in hundredths. */
final class Processor {
    private static final double TICKS = 100;
    /** Fields of {@code /proc/<pid>/stat} after the name: 11 and 12 are the process's own, 13 and 14 of ended children. */
    private static final int OWN = 11;

    private static final Pattern COMPILER = Pattern.compile("\\(C[12] Compiler");

    private Processor() {}

    /** Of one process. */
    static double seconds(ProcessHandle process) {
        return ticks(process.pid(), 2) / TICKS;
    }

    /** Of the threads of a Java virtual machine that compile. */
    static double compilerSeconds(ProcessHandle process) {
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        try (Stream<Path> all = Files.list(threads)) {
            return all.map(thread -> thread.resolve("stat"))
                            .mapToLong(stat -> COMPILER.matcher(read(stat)).find() ? ticks(stat, 2) : 0)
                            .sum()
                    / TICKS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a process with its children, those that have ended too. */
    static double secondsWithChildren(ProcessHandle process) {
        LongStream children = process.children().mapToLong(child -> ticks(child.pid(), 4));
        return (ticks(process.pid(), 4) + children.sum()) / TICKS;
    }

    private static long ticks(long pid, int fields) {
        return ticks(Path.of("/proc", Long.toString(pid), "stat"), fields);
    }

    private static long ticks(Path stat, int fields) {
        String text = read(stat);
        String[] words = text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
        return words.length < OWN + fields
                ? 0
                : LongStream.range(OWN, OWN + fields)
                        .map(field -> Long.parseLong(words[(int) field]))
                        .sum();
    }

    /** Empty when the process or thread has ended. */
    private static String read(Path stat) {
        try {
            return Files.readString(stat);
        } catch (IOException e) {
            return "";
        }
    }
}
