package org.fengong.localstack;

import java.time.Duration;
import java.util.List;
import org.fengong.localstack.security.IssuerKeys;
import org.fengong.localstack.security.Tokens;

/**
 * What {@code ./fengong token} is asked for.
 *
 * @param memberKey whose token it is; null for nobody's
 * @param teamKey the team it is narrowed to; null for all
 */
record TokenRequest(String role, String memberKey, String teamKey) {
    private static final List<String> ROLES = List.of("admin", "lead", "member", "viewer", "service");
    private static final Duration LIFETIME = Duration.ofHours(12);

    TokenRequest {
        if (role == null || !ROLES.contains(role)) {
            throw new UsageException("--role must be one of " + String.join(", ", ROLES) + ".");
        }
        if (memberKey == null && (role.equals("lead") || role.equals("member"))) {
            throw new UsageException("The role %s needs --member KEY: the token must say who it is.".formatted(role));
        }
    }

    /**
     * Only a key needs a running suite, to look its id up.
     *
     * @param usual where the suite is when no launcher of this directory runs it: in containers
     * @throws StackException when the suite does not run or a key is nobody's
     */
    String answer(StackDirectory directory, Ports usual) {
        var suite = memberKey == null && teamKey == null ? null : KnownSuite.find(directory, usual);
        return draft(directory, suite).validFor(LIFETIME).sign();
    }

    /** @param suite where keys are looked up; null when there are none */
    Tokens.Draft draft(StackDirectory directory, KnownSuite suite) {
        var roles = role.equals("lead") ? new String[] {"lead", "member"} : new String[] {role};
        var token = new Tokens(IssuerKeys.in(directory.keys())).to(memberKey == null ? role : memberKey, roles);
        if (memberKey != null) {
            token.member(suite.idOf("member", memberKey));
        }
        if (teamKey != null) {
            token.teams(List.of(suite.idOf("team", teamKey)));
        }
        return token;
    }
}
