package org.fengong.review.schedule;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestClock;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.fengong.review.AllocationStandIn;
import org.fengong.review.KnownFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class DueReviewsTest {
    private static final YearWeek NOW = Weeks.of(LocalDate.now(Clock.system(ZoneOffset.UTC)));
    private static final Duration TICK = Duration.ofMillis(100);

    @Inject
    DueReviews due;

    @Inject
    ReviewTicker ticker;

    private final KnownFacts facts = KnownFacts.ofTeam();

    @BeforeEach
    void scheduleEveryTwoWeeks() {
        given().auth()
                .oauth2(TestTokens.lead(facts.leadId))
                .contentType(ContentType.JSON)
                .body("{\"cadenceWeeks\": 2, \"enabled\": true}")
                .put("/api/v1/review-schedules/" + facts.teamId)
                .then()
                .statusCode(201);
    }

    @AfterEach
    void resetClock() {
        TestClock.ahead(Duration.ZERO);
    }

    private void assertPeriods(String... newestFirst) {
        given().auth()
                .oauth2(TestTokens.viewer())
                .queryParam("teamId", facts.teamId)
                .get("/api/v1/reviews")
                .then()
                .body("items.collect { it.from + ' ' + it.to + ' ' + it.openedBy }", contains(newestFirst));
    }

    private static String scheduled(YearWeek from, YearWeek to) {
        return from + " " + to + " review-schedule";
    }

    @Test
    void opensNothingBeforeItIsDue() {
        TestClock.ahead(Duration.ofDays(7));

        due.open();

        assertThat(facts.reviewCount()).isZero();
    }

    @Test
    void opensOneReviewPerCadenceAsTheClockMovesWeekByWeek() {
        for (int week = 1; week <= 5; week++) {
            TestClock.ahead(Duration.ofDays(7L * week));
            due.open();
            due.open();
        }

        assertPeriods(scheduled(NOW.plusWeeks(2), NOW.plusWeeks(3)), scheduled(NOW, NOW.plusWeeks(1)));
    }

    @Test
    void coversAllWeeksOfAJumpOfTheClock() {
        TestClock.ahead(Duration.ofDays(7 * 5));

        due.open();

        assertPeriods(scheduled(NOW, NOW.plusWeeks(4)));
    }

    @Test
    void holdsWhatWasMissedInSeveralMonthsOnce() {
        var schedule = "/api/v1/review-schedules/" + facts.teamId;
        var lead = TestTokens.lead(facts.leadId);
        var monthly = given().auth()
                .oauth2(lead)
                .contentType(ContentType.JSON)
                .header("If-Match", given().auth().oauth2(lead).get(schedule).header("ETag"))
                .body("{\"cadence\": \"MONTHLY\", \"enabled\": true}")
                .put(schedule);
        var third = YearWeek.parse(monthly.path("next[2].dueWeek"));
        TestClock.ahead(Duration.ofDays(7L * Weeks.between(NOW, third)));

        due.open();
        due.open();

        assertPeriods(scheduled(NOW, YearWeek.parse(monthly.path("next[2].to"))));
    }

    @Test
    void goesOnAfterAReviewThatALeadAskedFor() {
        TestClock.ahead(Duration.ofDays(7 * 2));
        given().auth()
                .oauth2(TestTokens.lead(facts.leadId))
                .contentType(ContentType.JSON)
                .body("{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}"
                        .formatted(facts.teamId, NOW, NOW.plusWeeks(1)))
                .post("/api/v1/reviews")
                .then()
                .statusCode(201);
        due.open();
        assertThat(facts.reviewCount()).isEqualTo(1);

        TestClock.ahead(Duration.ofDays(7 * 4));
        due.open();

        assertPeriods(scheduled(NOW.plusWeeks(2), NOW.plusWeeks(3)), NOW + " " + NOW.plusWeeks(1) + " " + facts.leadId);
    }

    @Test
    void opensOneReviewHoweverManyLookAtOnce() throws Exception {
        TestClock.ahead(Duration.ofDays(7 * 2));
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Void> look = () -> {
                due.open();
                return null;
            };
            for (var future : pool.invokeAll(Collections.nCopies(8, look))) {
                future.get();
            }
        } finally {
            pool.shutdown();
        }

        assertPeriods(scheduled(NOW, NOW.plusWeeks(1)));
    }

    @Test
    void opensOneReviewWithTwoReplicasAndGoesOnWhenOneOfThemStops() {
        var replicas = IntStream.range(0, 2)
                .mapToObj(i -> ticker.create(TICK, Duration.ofSeconds(1)))
                .toList();
        try {
            replicas.forEach(Scheduler::start);
            TestClock.ahead(Duration.ofDays(7 * 2));
            await().atMost(20, SECONDS).until(() -> facts.reviewCount() == 1);

            replicas.get(0).stop();
            TestClock.ahead(Duration.ofDays(7 * 4));
            await().atMost(20, SECONDS).until(() -> facts.reviewCount() == 2);

            await().during(Duration.ofSeconds(1)).atMost(10, SECONDS).until(() -> facts.reviewCount() == 2);
            assertPeriods(scheduled(NOW.plusWeeks(2), NOW.plusWeeks(3)), scheduled(NOW, NOW.plusWeeks(1)));
        } finally {
            replicas.forEach(Scheduler::stop);
        }
    }
}
