package org.fengong.localstack.demo.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamFilesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheSample() throws IOException {
        for (var file : List.of(
                "departments", "skills", "members", "profiles", "teams", "absences", "goals", "tasks", "templates")) {
            try (var content = TeamFiles.class.getResourceAsStream("/sample/" + file + ".csv")) {
                Files.copy(content, folder.resolve(file + ".csv"));
            }
        }
    }

    @Test
    void readsACopyOfTheSampleAsTheSample() {
        assertThat(read()).isEqualTo(TeamFiles.read(Folder.sample(), MONDAY));
    }

    @Test
    void readsAFolderWithoutAbsencesAndTemplates() throws IOException {
        Files.delete(folder.resolve("absences.csv"));
        Files.delete(folder.resolve("templates.csv"));

        assertThat(read().absences().rows()).isEmpty();
        assertThat(read().bundles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+2w, 2026-12-14, 2026-12-18",
        "2026-W52, 2026-12-21, 2026-12-25",
        "2026-12-24, 2026-12-24, 2026-12-24",
        "soon, soon, soon"
    })
    void ofAWeekAStartMeansItsMondayAndAnEndItsFriday(String week, String start, String end) {
        edit("tasks", text -> text.replaceAll("\\+\\d+w,\\+\\d+w", week + "," + week));

        assertThat(read().tasks().values("earliestStart")).containsExactly(start);
        assertThat(read().tasks().values("dueDate")).containsExactly(end);
    }

    @Test
    void writesASheetAsItWasRead() throws IOException {
        assertThat(read().members().csv().replace("\r\n", "\n").strip())
                .isEqualTo(Files.readString(folder.resolve("members.csv")).strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        profiles     | copywriting:5      | shoemaking:5  | profiles.csv, line 3, column skills: "shoemaking" is not in skills.csv
        profiles     | brand-positioning:4 | brand-positioning:6 | profiles.csv, line 2, column skills: "6" is no whole number from 1 to 5
        profiles     | ana-lima           | nobody        | profiles.csv, line 3, column member: "nobody" is not in members.csv
        teams        | mei-lin-chen       | nobody        | teams.csv, line 2, column lead: "nobody" is not in members.csv
        templates    | more-signups       | world-peace   | templates.csv, line 2, column goal: "world-peace" is not in goals.csv
        templates    | +5w                | soon          | "soon" is no date (2026-12-04), week (2026-W49) or weeks from the start (+3w)
        """)
    void namesFileLineAndColumnOfWhatIsWrong(String file, String right, String wrong, String fault) {
        edit(file, text -> text.replaceFirst(Pattern.quote(right), wrong));

        assertThatThrownBy(this::read)
                .isInstanceOf(FaultyFilesException.class)
                .hasMessageContaining("nothing was stored")
                .hasMessageContaining(file + ".csv, line ")
                .hasMessageContaining(fault);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        edit("profiles", text -> text.replaceFirst("copywriting:5", "shoemaking:5"));
        edit("teams", text -> text.replaceFirst("Europe/Lisbon", "Europe/Atlantis"));
        edit("goals", text -> text.replaceFirst("key", "name"));

        assertThatThrownBy(this::read)
                .hasMessageContaining("column skills: \"shoemaking\" is not in skills.csv")
                .hasMessageContaining("\"Europe/Atlantis\" is no time zone such as Europe/Lisbon")
                .hasMessageContaining(
                        "goals.csv: the first row must name the columns, separated by commas; missing: key");
    }

    @Test
    void readsFilesAsSpreadsheetProgramsWriteThem() {
        edit("members", text -> '\uFEFF' + text.replace("\n", "\r\n"));

        assertThat(read().members())
                .isEqualTo(TeamFiles.read(Folder.sample(), MONDAY).members());
    }

    @Test
    void saysWhatAFileIsWhichItCannotRead() throws IOException {
        Files.write(folder.resolve("members.csv"), "key,displayName\nüë".getBytes(StandardCharsets.ISO_8859_1));
        Files.delete(folder.resolve("goals.csv"));

        assertThatThrownBy(this::read)
                .hasMessageContaining("members.csv: is not UTF-8 text")
                .hasMessageContaining("goals.csv: there is no such file");
    }

    private TeamFiles read() {
        return TeamFiles.read(Folder.of(folder), MONDAY);
    }

    private void edit(String file, UnaryOperator<String> change) {
        var path = folder.resolve(file + ".csv");
        try {
            var before = Files.readString(path);
            var after = change.apply(before);
            assertThat(after).as(file).isNotEqualTo(before);
            Files.writeString(path, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
