package org.fengong.allocation.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearWeek;

/**
 * Whatever happens in two teams that share a member, the stored load of every week is the sum over the assignments, the
 * events tell every step of it, and no plan fills a week beyond its capacity.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class RandomLoadTest {
    private static final int STEPS = 25;

    private final KnownFacts team = KnownFacts.ofTeam();
    private final KnownFacts other = KnownFacts.ofTeam();
    private final List<UUID> members = new ArrayList<>();
    private final List<UUID> tasks = new ArrayList<>();
    private final List<UUID> tasksOfOther = new ArrayList<>();
    private Random random;
    private YearWeek now = WEEK;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theStoredLoadIsTheSumOfTheAssignments(long seed) {
        random = new Random(seed);
        Planning.itIsMonday();
        for (int i = 0; i < 3; i++) {
            members.add(team.member("Member " + i, 3));
        }
        other.shares(team, members.get(0), 100);
        var steps = new ArrayList<String>();

        for (int i = 0; i < STEPS; i++) {
            steps.add(step());
            members.forEach(member -> assertThat(StoredLoads.of(member))
                    .as("seed %d, after %s", seed, steps)
                    .allSatisfy(row -> assertThat(row.loadMinutes()).isEqualTo(row.sumOfAssignments())));
        }

        assertThat(steps).contains("publish");
        members.forEach(this::assertEventsTellEveryStep);
    }

    private String step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                var mine = random.nextBoolean();
                var minutes = 100 + random.nextInt(2000);
                var due = now.plusWeeks(random.nextInt(3));
                var id = mine
                        ? team.task(minutes, due)
                        : other.task(
                                minutes,
                                due,
                                t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("skillId", team.skillId.toString()));
                (mine ? tasks : tasksOfOther).add(id);
                return "task";
            }
            case 3, 4, 5 -> {
                var facts = random.nextBoolean() ? team : other;
                var before = overloads();
                var answer = publish(facts, draft(facts, 1 + random.nextInt(4)));
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                assertThat(overloads()).as("overloads that a plan makes").isLessThanOrEqualTo(before);
                return "publish";
            }
            case 6 -> {
                take(tasks).ifPresent(team::completes);
                return "complete";
            }
            case 7 -> {
                take(tasksOfOther).ifPresent(other::cancels);
                return "cancel";
            }
            case 8 -> {
                pick(tasks).ifPresent(task -> team.estimates(task, random.nextInt(3000)));
                return "estimate";
            }
            case 9 -> {
                var member = members.get(random.nextInt(members.size()));
                if (random.nextBoolean()) {
                    team.isAway(member, now.plusWeeks(random.nextInt(2)));
                } else {
                    team.isBack(member);
                }
                return "absence";
            }
            case 10 -> {
                pick(tasks).ifPresent(task -> team.logs(task, members.get(0), 60));
                return "work";
            }
            default -> {
                now = random.nextBoolean() ? now : now.plusWeeks(1);
                Planning.itIs(now, DayOfWeek.of(1 + random.nextInt(7)));
                return "time";
            }
        }
    }

    private long overloads() {
        return members.stream()
                .flatMap(member -> StoredLoads.of(member).stream())
                .filter(row -> row.week().compareTo(now.toString()) >= 0 && row.loadMinutes() > row.capacityMinutes())
                .count();
    }

    private java.util.Optional<UUID> pick(List<UUID> from) {
        return from.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(from.get(random.nextInt(from.size())));
    }

    private java.util.Optional<UUID> take(List<UUID> from) {
        var picked = pick(from);
        picked.ifPresent(from::remove);
        return picked;
    }

    /** Each load-changed continues where the one before ended, and the last one ends at what is stored. */
    private void assertEventsTellEveryStep(UUID member) {
        var loads = new java.util.TreeMap<String, Integer>();
        var overloaded = new java.util.TreeMap<String, Boolean>();
        long version = 0;
        for (var row : OutboxRows.of(member)) {
            EventContracts.assertFits(row.type(), row.data());
            assertThat(row.data().path("version").asLong()).isGreaterThan(version);
            version = row.data().path("version").asLong();
            if (row.type().endsWith("load-changed.v1")) {
                row.data().path("weeks").forEach(week -> {
                    var previous = loads.put(
                            week.path("week").asText(), week.path("loadMinutes").asInt());
                    assertThat(week.path("previousLoadMinutes").asInt()).isEqualTo(previous == null ? 0 : previous);
                });
            } else {
                var detected = row.type().contains("detected");
                var before = overloaded.put(row.data().path("week").asText(), detected);
                assertThat(before == null ? Boolean.FALSE : before)
                        .as("crossings come in turns")
                        .isEqualTo(!detected);
            }
        }
        StoredLoads.of(member).forEach(row -> {
            assertThat(loads.getOrDefault(row.week(), 0)).as(row.week()).isEqualTo(row.loadMinutes());
            assertThat(overloaded.getOrDefault(row.week(), false))
                    .as(row.week())
                    .isEqualTo(row.loadMinutes() > row.capacityMinutes());
        });
    }
}
