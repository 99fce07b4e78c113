package org.fengong.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    private Path root;

    @Test
    void startsNothingForFilesThatAreWrong() throws Exception {
        var folder = Files.createDirectory(root.resolve("mine"));
        Files.writeString(folder.resolve("members.csv"), "key,displayName\nana,Ana\n");
        Files.writeString(folder.resolve("profiles.csv"), "member\nanna\n");

        var launcher = launch("demo", "--from", folder.toString());

        assertThat(launcher.waitFor()).isEqualTo(1);
        assertThat(output(launcher))
                .contains("profiles.csv, line 2, column member: \"anna\" is not in members.csv")
                .contains("tasks.csv: there is no such file");
        assertThat(root.resolve(".fengong/postgres")).doesNotExist();
        assertThat(root.resolve(".fengong/kafka")).doesNotExist();
    }

    @Test
    void namesAnOptionThatItDoesNotKnow() throws Exception {
        var launcher = launch("demo", "--fast");

        assertThat(launcher.waitFor()).isEqualTo(2);
        assertThat(output(launcher)).contains("--fast", "./fengong help");
    }

    private Process launch(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfengong.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
