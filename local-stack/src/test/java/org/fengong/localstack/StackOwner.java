package org.fengong.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A launcher in a process of its own, until it is killed. */
final class StackOwner {
    private static final String READY = "the stack is ready";

    private StackOwner() {}

    public static void main(String[] arguments) throws InterruptedException {
        var saved = new Properties();
        for (var argument : List.of(arguments).subList(1, arguments.length)) {
            saved.setProperty(argument.split("=")[0], argument.split("=")[1]);
        }
        var stack = new Stack(
                new StackDirectory(Path.of(arguments[0])),
                Ports.of(saved),
                service -> FakeService.program(),
                new Console(System.out, false));
        stack.start(false);
        System.out.println(READY);
        stack.awaitStop();
    }

    /** Returns when its stack is ready. */
    static Process startProcess(StackDirectory directory, Ports ports) throws IOException {
        var saved = new Properties();
        ports.saveTo(saved);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                "-cp",
                System.getProperty("java.class.path"),
                StackOwner.class.getName(),
                directory.path().toString()));
        saved.forEach((name, value) -> command.add(name + "=" + value));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); !READY.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The launcher has ended before it was ready");
            }
        }
        return process;
    }
}
