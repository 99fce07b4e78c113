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
        for (var file :
                List.of("departments", "skills", "members", "teams", "absences", "goals", "tasks", "dependencies")) {
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
    void readsAWholeTeamWhenAMemberIsTakenOut() {
        edit("members", text -> text.replaceAll("(?m)^wang-li,.*\\R", ""));

        var files = read();

        assertThat(files.members()).hasSize(13).noneMatch(member -> member.key().equals("wang-li"));
        assertThat(files.absences()).noneMatch(absence -> absence.member().equals("wang-li"));
        assertThat(files.notes())
                .containsExactly("absences.csv, line 3: wang-li is not in members.csv, so this absence is left out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    members      | copywriting:5      | shoemaking:5  | members.csv, line 3, column skills: "shoemaking" is not in skills.csv
                    members      | brand-positioning:4 | brand-positioning:6 | members.csv, line 2, column skills: "6" is no whole number from 1 to 5
                    teams        | mei-lin-chen       | nobody        | teams.csv, line 2, column lead: "nobody" is not in members.csv
                    tasks        | copywriting>=3     | shoemaking>=3 | column skills: "shoemaking" is not in skills.csv
                    tasks        | launch-atlas       | world-peace   | column goal: "world-peace" is not in goals.csv
                    absences     | ana-lima,+3w,+3w   | ana-lima,+3w,+2w | absences.csv, line 2, column to: the absence ends on
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
        edit("members", text -> text.replaceFirst("copywriting:5", "shoemaking:5"));
        edit("goals", text -> text.replaceFirst("\\+0w", "soon"));
        edit("dependencies", text -> text + "no-task,no-other,1\n");

        assertThatThrownBy(this::read)
                .hasMessageContaining("members.csv, line ")
                .hasMessageContaining("column skills: \"shoemaking\" is not in skills.csv")
                .hasMessageContaining("goals.csv, line ")
                .hasMessageContaining("\"soon\" is no date (2026-12-04), week (2026-W49) or weeks from the start (+3w)")
                .hasMessageContaining("column task: \"no-task\" is not in tasks.csv")
                .hasMessageContaining("column dependsOn: \"no-other\" is not in tasks.csv");
    }

    @Test
    void findsACircleOfTasks() {
        var first = read().tasks().stream()
                .filter(task -> !task.dependsOn().isEmpty())
                .findFirst()
                .orElseThrow();
        edit(
                "dependencies",
                text -> text + "%s,%s,1%n".formatted(first.dependsOn().get(0).task(), first.key()));

        assertThatThrownBy(this::read).hasMessageContaining("column dependsOn").hasMessageContaining("a circle");
    }

    @Test
    void readsFilesAsSpreadsheetProgramsWriteThem() {
        edit("members", text -> '\uFEFF' + text.replace("\n", "\r\n"));

        assertThat(read().members()).hasSize(14);
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
