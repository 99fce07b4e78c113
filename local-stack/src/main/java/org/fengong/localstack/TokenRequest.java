package org.fengong.localstack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.localstack.demo.Api;
import org.fengong.localstack.port.LocalPort;
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
        var tokens = new Tokens(IssuerKeys.in(directory.keys()));
        var roles = role.equals("lead") ? new String[] {"lead", "member"} : new String[] {role};
        var token = tokens.to(memberKey == null ? role : memberKey, roles).validFor(LIFETIME);
        if (memberKey != null || teamKey != null) {
            var members = members(directory, usual, tokens);
            if (memberKey != null) {
                token.member(idOf("member", memberKey, members));
            }
            if (teamKey != null) {
                token.teams(List.of(idOf("team", teamKey, members)));
            }
        }
        return token.sign();
    }

    private static Api members(StackDirectory directory, Ports usual, Tokens tokens) {
        var launcher = RunningStack.find(directory);
        var port = launcher.map(RunningStack::ports).orElse(usual).of(Service.MEMBERS);
        if (launcher.filter(stack -> !stack.ready()).isPresent() || !LocalPort.answers(port)) {
            throw new StackException("Fengong is not running. ./fengong up or docker compose up starts it.");
        }
        return new Api(
                URI.create("http://127.0.0.1:" + port),
                tokens.to("launcher", "admin").sign());
    }

    private static UUID idOf(String what, String key, Api members) {
        var found = members.list("/" + what + "s", Map.of("key", key));
        if (found.isEmpty()) {
            throw new StackException("No %s has the key %s.".formatted(what, key));
        }
        return UUID.fromString(found.get(0).path("id").asText());
    }
}
