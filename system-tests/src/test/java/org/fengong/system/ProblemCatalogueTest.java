package org.fengong.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/problems.md lists the problem types that the code answers with, all of them and no others. */
class ProblemCatalogueTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z0-9-]+)` \\| (\\d{3}) \\| ([a-z, ]+) \\| .+ \\| .+ \\|");

    private static final Pattern TYPE = Pattern.compile("urn:fengong:problem:([a-z0-9-]+)");

    private static final Map<String, Integer> STATUS_OF_KIND = Map.ofEntries(
            Map.entry("INVALID", 400),
            Map.entry("UNAUTHENTICATED", 401),
            Map.entry("FORBIDDEN", 403),
            Map.entry("NOT_FOUND", 404),
            Map.entry("CONFLICT", 409),
            Map.entry("STALE", 412),
            Map.entry("TOO_LARGE", 413),
            Map.entry("UNPROCESSABLE", 422),
            Map.entry("PRECONDITION_REQUIRED", 428),
            Map.entry("TOO_MANY", 429),
            Map.entry("UNAVAILABLE", 503));

    /** What the HTTP layer answers without an exception of its own; see ProblemMappers and RequestGuard. */
    private static final Map<String, Integer> OF_THE_HTTP_LAYER = Map.of(
            "ambiguous-path", 400,
            "not-found", 404,
            "method-not-allowed", 405,
            "not-acceptable", 406,
            "request-too-large", 413,
            "unsupported-media-type", 415,
            "internal-error", 500);

    /** @param services who answer with it; {@code all} for the platform's */
    private record Entry(int status, Set<String> services) {}

    @Test
    void listsWhatTheCodeAnswersWithAndNothingElse() throws IOException {
        var platform = ProblemSources.read(Sources.ofModules("platform/runtime"));
        assertThat(platform.unreadable()).isEmpty();
        var expected = new TreeMap<String, Entry>();
        platform.kindsBySlug().forEach((slug, kinds) -> add(expected, slug, statusOf(kinds), "all"));
        OF_THE_HTTP_LAYER.forEach((slug, status) -> add(expected, slug, status, "all"));
        for (var service : List.of("members", "tasks", "allocation", "review")) {
            var modules = new ArrayList<>(List.of("platform/runtime", service + "-service"));
            if (List.of("members", "tasks").contains(service)) {
                modules.add("platform/imports");
            }
            var found = ProblemSources.read(Sources.ofModules(modules.toArray(String[]::new)));
            assertThat(found.unreadable()).isEmpty();
            found.kindsBySlug().keySet().removeAll(platform.kindsBySlug().keySet());
            found.kindsBySlug().forEach((slug, kinds) -> add(expected, slug, statusOf(kinds), service));
        }

        assertThat(catalogue()).isEqualTo(expected);
    }

    @Test
    void theContractsNameNoOtherTypes() throws IOException {
        var catalogue = catalogue();
        try (var contracts = Files.list(PackagedSuite.root().resolve("contracts/openapi"))) {
            for (var contract : contracts.toList()) {
                var named = TYPE.matcher(Files.readString(contract)).results().map(type -> type.group(1));
                assertThat(named).as("%s", contract).isNotEmpty().isSubsetOf(catalogue.keySet());
            }
        }
    }

    @Test
    void aSlugIsFoundWhereverItIsNamed() {
        var found = ProblemSources.read(List.of(Sources.of("Planted", """
                class Planted {
                    static class KeyTakenException extends ProblemException {
                        KeyTakenException() { super(ProblemKind.CONFLICT, "planted-key", "Taken."); }
                    }
                    static class RefusedException extends org.fengong.platform.problem.ProblemException {
                        RefusedException(ProblemKind kind, String why) { super(kind, "refused-" + why, "Refused."); }
                    }
                    static class SpecialException extends RefusedException {
                        SpecialException(String text) { super(ProblemKind.INVALID, "specially"); }
                    }
                    static final String SLUG = "planted-constant";
                    Object constant = new ProblemException(ProblemKind.CONFLICT, SLUG, "Constant.");
                    java.util.function.Supplier<RuntimeException> inALambda =
                            () -> new ProblemException(ProblemKind.STALE, "planted-lambda", "Old.").violation(null);
                    void refuse() { throw new RefusedException(ProblemKind.NOT_FOUND, "politely"); }
                    Object other() { return new Other("no-problem"); }
                }
                """)));

        assertThat(found.kindsBySlug())
                .isEqualTo(Map.of(
                        "planted-key",
                        Set.of("CONFLICT"),
                        "planted-constant",
                        Set.of("CONFLICT"),
                        "refused-specially",
                        Set.of("INVALID"),
                        "planted-lambda",
                        Set.of("STALE"),
                        "refused-politely",
                        Set.of("NOT_FOUND")));
        assertThat(found.unreadable()).isEmpty();
    }

    @Test
    void aSlugThatIsComputedIsReported() {
        var found = ProblemSources.read(List.of(Sources.of(
                "Computed", "class Computed { Object x = new ProblemException(ProblemKind.STALE, name(), \"?\"); }")));

        assertThat(found.unreadable()).singleElement().asString().contains("Computed", "name()");
    }

    private static int statusOf(Set<String> kinds) {
        assertThat(kinds).hasSize(1).isSubsetOf(STATUS_OF_KIND.keySet());
        return STATUS_OF_KIND.get(kinds.iterator().next());
    }

    private static void add(Map<String, Entry> entries, String slug, int status, String service) {
        var entry = entries.computeIfAbsent(slug, any -> new Entry(status, new TreeSet<>()));
        assertThat(entry.status()).as(slug).isEqualTo(status);
        entry.services().add(service);
    }

    private static Map<String, Entry> catalogue() throws IOException {
        var entries = new TreeMap<String, Entry>();
        for (var line : Files.readAllLines(PackagedSuite.root().resolve("docs/problems.md"))) {
            if (line.startsWith("| `")) {
                var row = ROW.matcher(line);
                assertThat(row.matches()).as(line).isTrue();
                var known = entries.put(
                        row.group(1),
                        new Entry(
                                Integer.parseInt(row.group(2)),
                                Set.of(row.group(3).split(", "))));
                assertThat(known).as(line).isNull();
            }
        }
        return entries;
    }
}
