package org.fengong.allocation.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.published;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A real server of SMTP gets the mails, in the member's language, also when it was away at first. */
@QuarkusTest
@TestProfile(NotificationMailTest.WithServer.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class NotificationMailTest {
    private static final int PORT = freePort();

    public static class WithServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "fengong.notifications.smtp-host", "localhost",
                    "quarkus.mailer.port", String.valueOf(PORT),
                    "fengong.notifications.mail-from", "fengong@example.org",
                    "fengong.notifications.mail-attempts", "3",
                    "fengong.notifications.mail-timeout", "3s",
                    "fengong.notifications.mail-backoff", "100ms");
        }
    }

    @Inject
    Notices notices;

    @Inject
    MailSweep sweep;

    @Inject
    MeterRegistry metrics;

    @Inject
    EntityManager entityManager;

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
    private KnownFacts team;
    private String name;
    private UUID ann;

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        team = KnownFacts.ofTeam();
        name = "ann-" + UUID.randomUUID();
        ann = team.member(name, 5);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void wantsMailOf(NoticeKind... kinds) {
        var preferences = "/api/v1/members/{id}/notification-preferences";
        var etag = as(TestTokens.member(ann)).get(preferences, ann).header("ETag");
        as(TestTokens.member(ann))
                .header("If-Match", etag)
                .body("{\"mail\": [%s]}"
                        .formatted(String.join(
                                ", ",
                                Arrays.stream(kinds).map("\"%s\""::formatted).toList())))
                .put(preferences, ann)
                .then()
                .statusCode(200);
    }

    private void tell(NoticeKind kind, String title) {
        QuarkusTransaction.requiringNew()
                .run(() -> notices.tell(
                        Set.of(ann), kind, NoticeSubject.ofTeam(team.teamId).with(NoticeSubject.TASK_TITLE, title)));
    }

    /** Those to the test's own member. */
    private List<MimeMessage> received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(name + "@example.org");
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private void awaitMails(int mails) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            sweep.sweep();
            assertThat(received()).hasSize(mails);
        });
    }

    private List<String> states() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createQuery(
                                "select n from Notification n where n.memberId = :member order by n.id",
                                Notification.class)
                        .setParameter("member", ann)
                        .getResultStream()
                        .map(notification -> String.valueOf(notification.mail()))
                        .toList());
    }

    @Test
    void asksByMailForAnAnswerToAnOfferUnlessTheMemberDoesNotWantIt() throws Exception {
        server.start();
        team.offersItsPlans();
        team.task(600, WEEK.plusWeeks(1));
        published(team, 2);

        awaitMails(1);

        var mail = received().get(0);
        assertThat(mail.getFrom()[0]).hasToString("fengong@example.org");
        assertThat(mail.getSubject())
                .startsWith("You are asked to take on “Write the flyer”, Author; please answer by 20")
                .endsWith(" 00:00");
        assertThat(mail.getContent().toString()).contains("Hello " + name, mail.getSubject());
        assertThat(states()).containsOnly("SENT");
        tell(NoticeKind.COMMENTED, "Not wanted by mail");
        wantsMailOf();
        tell(NoticeKind.ASSIGNMENT_OFFERED, "Not any more");
        sweep.sweep();
        assertThat(received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-TW, 「為新客戶寫傳單」不再由您負責, 您好, 您可以在分工中選擇",
        "zh-Hant-HK, 「為新客戶寫傳單」不再由您負責, 您好, 您可以在分工中選擇",
        "zh-CN, “為新客戶寫傳單”不再由您负责, 您好, 您可以在分工中选择",
        "pt-PT, “為新客戶寫傳單” is no longer yours, Hello, You choose in Fengong"
    })
    void writesInTheLanguageOfTheMember(String locale, String subject, String greeting, String end) throws Exception {
        server.start();
        team.speaks(ann, locale);
        wantsMailOf(NoticeKind.ASSIGNMENT_TAKEN_BACK);
        tell(NoticeKind.ASSIGNMENT_TAKEN_BACK, "為新客戶寫傳單");

        awaitMails(1);

        assertThat(received().get(0).getSubject()).isEqualTo(subject);
        assertThat(received().get(0).getContent().toString()).contains(greeting, "- " + subject, end);
    }

    @Test
    void putsWhatIsDueIntoOneMail() throws Exception {
        wantsMailOf(NoticeKind.COMMENTED, NoticeKind.MENTIONED);
        QuarkusTransaction.requiringNew()
                .run(() -> List.of(NoticeKind.COMMENTED, NoticeKind.MENTIONED)
                        .forEach(kind -> notices.tell(
                                Set.of(ann),
                                kind,
                                NoticeSubject.ofTeam(team.teamId)
                                        .with(NoticeSubject.TASK_TITLE, "Line\nbreak")
                                        .with(NoticeSubject.MEMBER_NAME, "Ben"))));
        server.start();

        awaitMails(1);

        assertThat(received().get(0).getSubject()).isEqualTo("2 pieces of news from Fengong");
        assertThat(received().get(0).getContent().toString())
                .contains("- Ben comments on “Line break”", "- Ben mentions you at “Line break”");
        assertThat(states()).containsExactly("SENT", "SENT");
    }

    @Test
    void triesAgainWhenTheServerWasAway() {
        wantsMailOf(NoticeKind.ASSIGNED);
        tell(NoticeKind.ASSIGNED, "Write the flyer");
        sweep.sweep();
        assertThat(states()).containsExactly("WAITING");

        server.start();

        awaitMails(1);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void givesUpAfterTheLastAttemptAndCountsIt() {
        wantsMailOf(NoticeKind.ASSIGNED);
        var before = failed();
        tell(NoticeKind.ASSIGNED, "Write the flyer");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            sweep.sweep();
            assertThat(states()).containsExactly("FAILED");
        });

        assertThat(failed()).isGreaterThan(before);
        server.start();
        sweep.sweep();
        assertThat(received()).isEmpty();
    }

    private double failed() {
        return metrics.counter("fengong.notification.mails", "outcome", "failed")
                .count();
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void hasWordsForEveryKindInEveryLanguage(NoticeKind kind) {
        wantsMailOf(kind);
        server.start();
        for (var locale : List.of("en", "zh-TW", "zh-CN")) {
            var before = received().size();
            team.speaks(ann, locale);
            tell(kind, "Write the flyer");
            awaitMails(before + 1);
        }
    }
}
