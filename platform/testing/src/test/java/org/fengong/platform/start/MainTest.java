package org.fengong.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program as an operator starts it, in a process of its own. */
class MainTest {
    @Test
    void endsBeforeItConnectsToAnythingAndSaysWhatIsUnsafe() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Main.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_PROFILE", "prod",
                        "QUARKUS_DATASOURCE_PASSWORD", "fengong",
                        "FENGONG_CLOCK_OFFSET_FILE", "/tmp/offset"));
        builder.redirectErrorStream(true);

        var process = builder.start();

        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(output)
                .contains("does not start", "no issuer", "plain text", "datasource.password", "clock.offset-file")
                .doesNotContain("\tat ");
    }
}
