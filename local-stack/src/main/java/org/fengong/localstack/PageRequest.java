package org.fengong.localstack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What {@code ./fengong open} is asked for: a page, and whose eyes look at it.
 *
 * @param teamKey the team that the page is about; the address opens no page of another one
 * @param reviewId of a report; null for that of the newest one
 */
record PageRequest(String page, String teamKey, String reviewId, TokenRequest reader) {
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    PageRequest {
        if (!page.equals("board") && !page.equals("report")) {
            throw new UsageException("There is no page %s; there are board and report.".formatted(page));
        }
        if (teamKey == null) {
            throw new UsageException("The page %s needs --team KEY.".formatted(page));
        }
        if (reviewId != null && page.equals("board")) {
            throw new UsageException("--review is for the page report.");
        }
    }

    /**
     * @param role as of a token; null for viewer, with a member for member
     * @param memberKey null for nobody
     */
    static PageRequest of(String page, String teamKey, String reviewId, String role, String memberKey) {
        var known = role != null ? role : memberKey == null ? "viewer" : "member";
        return new PageRequest(page, teamKey, reviewId, new TokenRequest(known, memberKey, teamKey));
    }

    /**
     * An address that signs a browser in, once and within a minute.
     *
     * @param usual where the suite is when no launcher of this directory runs it: in containers
     * @throws StackException when the suite does not run, a key is nobody's or there is no such review
     */
    String answer(StackDirectory directory, Ports usual) {
        var suite = KnownSuite.find(directory, usual);
        var team = suite.idOf("team", teamKey);
        var board = page.equals("board");
        var path = board ? "/pages/teams/%s/board".formatted(team) : "/pages/reviews/" + review(team, suite);
        var ticket =
                reader.draft(directory, suite).forPages().validFor(LIFETIME).sign();
        return suite.address(board ? Service.ALLOCATION : Service.REVIEW) + "/pages/sign-in?ticket=" + ticket + "&to="
                + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private String review(UUID team, KnownSuite suite) {
        var newestFirst = suite.api(Service.REVIEW).list("/reviews", Map.of("teamId", team));
        return StreamSupport.stream(newestFirst.spliterator(), false)
                .map(review -> review.path("id").asText())
                .filter(id -> reviewId == null || id.equals(reviewId))
                .findFirst()
                .orElseThrow(() -> new StackException(
                        reviewId == null
                                ? "The team %s has no review.".formatted(teamKey)
                                : "The team %s has no review %s.".formatted(teamKey, reviewId)));
    }
}
