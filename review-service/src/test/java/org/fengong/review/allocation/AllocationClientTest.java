package org.fengong.review.allocation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.testing.LocalStack;
import org.fengong.review.AllocationStandIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class AllocationClientTest {
    private static final String PLANS = "/api/v1/plans";
    private static final ReplanPolicy FAIRER = new ReplanPolicy(null, null, 300, 0.9);

    private final UUID key = UUID.randomUUID();
    private final UUID lead = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();

    @Inject
    AllocationClient client;

    @Inject
    CircuitBreakerMaintenance circuits;

    @BeforeEach
    void closeCircuit() {
        AllocationStandIn.reset();
        circuits.resetAll();
    }

    private UUID startPlan() {
        return client.startPlan(key, lead, team, 8, FAIRER, List.of());
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        AllocationStandIn.SERVER.stubFor(post(PLANS).willReturn(answer));
    }

    private static int requests() {
        return AllocationStandIn.SERVER
                .findAll(postRequestedFor(urlEqualTo(PLANS)))
                .size();
    }

    @Test
    void asksInTheNameOfTheLeadWithTheServicesToken() {
        var planId = UUID.randomUUID();
        AllocationStandIn.token("fresh-token");
        AllocationStandIn.startsPlan(planId);

        assertThat(startPlan()).isEqualTo(planId);

        AllocationStandIn.SERVER.verify(
                1,
                postRequestedFor(urlEqualTo(PLANS))
                        .withHeader("Authorization", equalTo("Bearer fresh-token"))
                        .withHeader("Fengong-Actor", equalTo(lead.toString()))
                        .withHeader("Idempotency-Key", equalTo(key.toString()))
                        .withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-01"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson("""
                                {"teamIds": ["%s"], "weeks": 8, "policy": {"fairnessWeight": 300, "maxLoadRatio": 0.9}}
                                """.formatted(team))));
    }

    @Test
    void readsTheTokenAgainForEachRequest() {
        AllocationStandIn.startsPlan(UUID.randomUUID());
        AllocationStandIn.token("old-token");
        startPlan();

        AllocationStandIn.token("new-token");
        startPlan();

        AllocationStandIn.SERVER.verify(
                1, postRequestedFor(urlEqualTo(PLANS)).withHeader("Authorization", equalTo("Bearer new-token")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void passesOnThatThePlanIsRejected(int status) {
        AllocationStandIn.refuses(status, "unknown-team", "There is no such team.");

        var refused = catchThrowableOfType(ReplanRefusedException.class, this::startPlan);

        assertThat(refused.kind()).isEqualTo(ProblemKind.UNPROCESSABLE);
        assertThat(refused.slug()).isEqualTo("replan-rejected");
        assertThat(refused).hasMessageContaining("There is no such team.").hasMessageContaining("still PROPOSED");
        assertThat(refused.extensions()).containsKey("allocationProblem");
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void passesOnThatThePlanIsInConflict() {
        AllocationStandIn.refuses(409, "plan-already-solving", "Another plan is being solved.");

        var refused = catchThrowableOfType(ReplanRefusedException.class, this::startPlan);

        assertThat(refused.kind()).isEqualTo(ProblemKind.CONFLICT);
        assertThat(refused.slug()).isEqualTo("replan-conflict");
        assertThat(requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void triesAgainAndThenSaysThatAllocationIsUnavailable(int status) {
        AllocationStandIn.refuses(status, "database-unavailable", "The database is away.");

        var unavailable = catchThrowableOfType(AllocationUnavailableException.class, this::startPlan);

        assertThat(unavailable.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void triesAgainWhileTheSameRequestIsStillRunning() {
        var planId = UUID.randomUUID();
        AllocationStandIn.startsPlan(planId);
        AllocationStandIn.SERVER.stubFor(post(PLANS)
                .inScenario("running")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("done")
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\": \"urn:fengong:problem:request-in-progress\"}")));

        assertThat(startPlan()).isEqualTo(planId);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() {
        answers(aResponse().withStatus(202).withFixedDelay(5_000));

        assertThatThrownBy(this::startPlan).isInstanceOf(AllocationUnavailableException.class);
    }

    @Test
    void givesUpOnAConnectionThatIsCut() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThatThrownBy(this::startPlan).isInstanceOf(AllocationUnavailableException.class);
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void doesNotTrustAnAnswerWithoutAPlan() {
        answers(aResponse()
                .withStatus(202)
                .withHeader("Content-Type", "application/json")
                .withBody("{}"));

        assertThatThrownBy(this::startPlan).isInstanceOf(AllocationUnavailableException.class);
    }

    @Test
    void doesNotTrustAPageOfSomethingInBetween() {
        answers(aResponse()
                .withStatus(404)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>not here</html>"));

        assertThatThrownBy(this::startPlan)
                .isInstanceOf(ReplanRefusedException.class)
                .hasMessageContaining("answered 404");
    }

    @Test
    void stopsAskingWhenItFailsAllTheTime() {
        AllocationStandIn.refuses(503, "database-unavailable", "The database is away.");
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(this::startPlan).isInstanceOf(AllocationUnavailableException.class);
        }

        assertThat(requests()).isEqualTo(8);
    }
}
