package org.fengong.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageRequestTest {
    @Test
    void namesThePagesThereAre() {
        assertThatThrownBy(() -> PageRequest.of("plan", "brand", null, null, null))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no page plan; there are board and report.");
    }

    @Test
    void asksForTheTeam() {
        assertThatThrownBy(() -> PageRequest.of("board", null, null, null, null))
                .isInstanceOf(UsageException.class)
                .hasMessage("The page board needs --team KEY.");
    }

    @Test
    void takesAReviewForAReportAlone() {
        assertThatThrownBy(() -> PageRequest.of("board", "brand", "1", null, null))
                .isInstanceOf(UsageException.class)
                .hasMessage("--review is for the page report.");
    }

    @Test
    void isForAViewerUnlessAMemberOrARoleIsNamed() {
        assertThat(PageRequest.of("board", "brand", null, null, null).reader().role())
                .isEqualTo("viewer");
        assertThat(PageRequest.of("board", "brand", null, null, "ana").reader().role())
                .isEqualTo("member");
        assertThat(PageRequest.of("board", "brand", null, "lead", "ana").reader())
                .isEqualTo(new TokenRequest("lead", "ana", "brand"));
    }

    @Test
    void saysThatNothingRuns(@TempDir Path folder) {
        var request = PageRequest.of("report", "brand", null, null, null);

        assertThatThrownBy(() -> request.answer(new StackDirectory(folder), Ports.free()))
                .isInstanceOf(StackException.class)
                .hasMessage("Fengong is not running. ./fengong up or docker compose up starts it.");
    }
}
