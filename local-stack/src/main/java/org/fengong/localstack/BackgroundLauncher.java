package org.fengong.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the launcher a second time, in the background, and shows what it prints until the suite is ready. */
final class BackgroundLauncher {
    private final StackDirectory directory;
    private final Console console;

    BackgroundLauncher(StackDirectory directory, Console console) {
        this.directory = directory;
        this.console = console;
    }

    int start(List<String> options) throws IOException, InterruptedException {
        var output = directory.log("up");
        Files.createDirectories(output.getParent());
        // nohup: it outlives the terminal that it is started from
        var command = new ArrayList<>(List.of(
                "nohup", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "up"));
        options.stream().filter(option -> !option.equals("--detach")).forEach(command::add);
        var launcher = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var printed = new RandomAccessFile(output.toFile(), "r")) {
            while (launcher.isAlive() && !isReady(launcher)) {
                show(printed);
                Thread.sleep(200);
            }
            show(printed);
        }
        if (launcher.isAlive()) {
            console.line("It runs in the background. ./fengong down stops it.");
            return 0;
        }
        return launcher.exitValue();
    }

    private boolean isReady(Process launcher) {
        return RunningStack.find(directory)
                .filter(stack -> stack.pid() == launcher.pid() && stack.ready())
                .isPresent();
    }

    private static void show(RandomAccessFile printed) throws IOException {
        var news = new byte[(int) (printed.length() - printed.getFilePointer())];
        printed.readFully(news);
        System.out.write(news);
        System.out.flush();
    }
}
