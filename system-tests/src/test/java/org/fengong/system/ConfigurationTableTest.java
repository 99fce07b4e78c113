package org.fengong.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The README lists the settings that the code declares, all of them with their defaults. */
class ConfigurationTableTest {
    private static final String BEGIN = "| variable | default | meaning |\n| --- | --- | --- |\n";
    private static final String END = "\n\n</details>";

    @Test
    void theReadmeHasTheTableOfTheSources() throws IOException {
        var readme = PackagedSuite.root().resolve("README.md");
        var text = Files.readString(readme);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        var table = String.join("\n", ConfigurationTable.rows(Sources.ofAllServices(), properties()));

        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(readme, text.substring(0, begin) + table + text.substring(end));
        } else {
            assertThat(text.substring(begin, end))
                    .as("Write the table again with: mvn verify -Dcontracts.write")
                    .isEqualTo(table);
        }
    }

    @Test
    void aSettingIsFoundWithItsDefaultAndItsMeaning() {
        var properties = new Properties();
        properties.setProperty("planted.some.host", "localhost");

        var rows = ConfigurationTable.rows(List.of(Sources.of("Planted", """
                @ConfigMapping(prefix = Planted.PREFIX)
                interface Planted {
                    String PREFIX = "planted.some";
                    /** Whom to {@code ask}. */
                    String host();
                    /** How long to
                     *  wait. */
                    @WithDefault("3s") Duration longestWait();
                    /** A file, if any. */
                    Optional<Path> file();
                    /** When to warn. */
                    Levels heat();
                    interface Levels { @WithDefault("0.5") double warning(); }
                }
                interface Other { String nothing(); }
                """)), properties);

        assertThat(rows)
                .containsExactly(
                        "| `PLANTED_SOME_HOST` | `localhost` | Whom to `ask`. |",
                        "| `PLANTED_SOME_LONGEST_WAIT` | `3s` | How long to wait. |",
                        "| `PLANTED_SOME_FILE` | – | A file, if any. |",
                        "| `PLANTED_SOME_HEAT_WARNING` | `0.5` | When to warn: warning |");
    }

    private static Properties properties() throws IOException {
        var properties = new Properties();
        for (var file : List.of(
                "platform/runtime/src/main/resources/META-INF/microprofile-config.properties",
                "review-service/src/main/resources/application.properties")) {
            try (var in = Files.newInputStream(PackagedSuite.root().resolve(file))) {
                properties.load(in);
            }
        }
        return properties;
    }
}
