package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ReportTest {
    private static final Machine MACHINE = new Machine(Instant.parse("2026-11-26T10:00:00Z"), "17", 1024, 2);

    private static Run run(String instance, Solver solver) {
        return Run.of(solver, Instances.named(instance), 1, Duration.ofMinutes(5));
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theFileHoldsFiguresAndCurves() throws Exception {
        Run engine = run("S-42", new FengongEngine(20_000));
        Run stuck = run("d05100", new PriorityGreedy());

        JsonNode json = new ObjectMapper().readTree(Report.json(MACHINE, List.of(engine, stuck)));

        assertThat(json.at("/begin").asText()).isEqualTo("2026-11-26T10:00:00Z");
        assertThat(json.at("/runs/0/instance").asText()).isEqualTo("S-42");
        assertThat(json.at("/runs/0/value").asLong()).isEqualTo(engine.value());
        assertThat(json.at("/runs/0/atSeconds/30").asLong()).isEqualTo(engine.value());
        assertThat(json.at("/runs/0/curve").size()).isEqualTo(engine.curve().size());
        assertThat(json.at("/runs/0/curve/0/2").asLong()).isEqualTo(engine.first());
        assertThat(json.at("/runs/1/value").isNull()).isTrue();
        assertThat(json.at("/runs/1/curve").isEmpty()).isTrue();
        assertThat(json.at("/comparisons/2/atSeconds").asInt()).isEqualTo(30);
        assertThat(json.at("/comparisons/2/values/fengong").asLong()).isEqualTo(engine.value());
        assertThat(json.at("/comparisons/3/values/greedy").isNull()).isTrue();
    }

    @Test
    void thePictureHasALineOfValuesForEachSolverAndOneOfTheBound() throws Exception {
        List<Run> runs = List.of(run("S-42", new FengongEngine(20_000)), run("S-42", new PriorityGreedy()));

        Document picture = xml(Picture.of(runs));

        assertThat(picture.getElementsByTagName("path").getLength()).isEqualTo(3);
        assertThat(picture.getDocumentElement().getTextContent())
                .contains("S-42: 20 tasks, 5 members, 4 weeks")
                .contains("fengong " + runs.get(0).value())
                .contains("greedy " + runs.get(1).value())
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void thePictureOfNoPlanHasNoLine() throws Exception {
        Document picture = xml(Picture.of(List.of(run("d05100", new PriorityGreedy()))));

        assertThat(picture.getElementsByTagName("path").getLength()).isZero();
    }
}
