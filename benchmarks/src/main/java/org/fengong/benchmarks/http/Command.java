package org.fengong.benchmarks.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program that has ended has said.
 *
 * @param seconds of processor that it took
 */
record Command(String output, double seconds) {
    private static final Pattern CHILDREN = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    /** @throws IllegalStateException when it fails */
    static Command run(List<String> words) throws IOException, InterruptedException {
        // The shell tells the processor's time of the children that have ended.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" && times", "sh"));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher children = CHILDREN.matcher(output);
        if (process.waitFor() != 0 || !children.find()) {
            throw new IllegalStateException(words.get(0) + " has failed:\n" + output);
        }
        return new Command(
                output, seconds(children.group(1), children.group(2)) + seconds(children.group(3), children.group(4)));
    }

    private static double seconds(String minutes, String seconds) {
        return 60 * Integer.parseInt(minutes) + Double.parseDouble(seconds);
    }
}
