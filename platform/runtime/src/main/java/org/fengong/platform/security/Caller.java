package org.fengong.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;

/** The subject of the request's token. */
@RequestScoped
public class Caller {
    /** With the role service: the member in whose name the call is made. */
    public static final String ACTOR_HEADER = "Fengong-Actor";

    private final SecurityIdentity identity;
    private final HttpHeaders headers;

    Caller(SecurityIdentity identity, HttpHeaders headers) {
        this.identity = identity;
        this.headers = headers;
    }

    /** Stable name of the token's owner. */
    public String subject() {
        return token().map(JsonWebToken::getSubject)
                .orElseGet(() -> identity.getPrincipal().getName());
    }

    public boolean isAdmin() {
        return identity.hasRole(Roles.ADMIN);
    }

    /** True for the roles that read everything: admin, viewer, and service when it does not act for a member. */
    public boolean readsEverything() {
        return isAdmin() || identity.hasRole(Roles.VIEWER) || (identity.hasRole(Roles.SERVICE) && actor().isEmpty());
    }

    /** True for the roles that command every team: admin, and service when it does not act for a member. */
    public boolean commandsEverything() {
        return isAdmin() || (identity.hasRole(Roles.SERVICE) && actor().isEmpty());
    }

    /** True when the caller may lead a team: a lead, or a service that acts for a member. */
    public boolean mayLead() {
        return identity.hasRole(Roles.LEAD) || (identity.hasRole(Roles.SERVICE) && actor().isPresent());
    }

    /** The member who decides: of the header {@value #ACTOR_HEADER} for a service, else of the token's claim. */
    public Optional<UUID> memberId() {
        if (identity.hasRole(Roles.SERVICE)) {
            return actor();
        }
        return token().map(t -> t.<Object>getClaim("member"))
                .map(Object::toString)
                .map(UUID::fromString);
    }

    /** Whom an event names as actor: the member, else the subject. */
    public String actorName() {
        return memberId().map(UUID::toString).orElseGet(this::subject);
    }

    /** False when the token's claim {@code teams} is there and does not list the team: it only narrows. */
    public boolean tokenCovers(UUID teamId) {
        return narrowedTo().map(teams -> teams.contains(teamId)).orElse(true);
    }

    /** The teams of the token's claim {@code teams}; empty when it has none. */
    public Optional<Set<UUID>> narrowedTo() {
        Object claim = token().map(t -> t.<Object>getClaim("teams")).orElse(null);
        if (!(claim instanceof Collection<?> teams)) {
            return Optional.empty();
        }
        Set<UUID> narrowed = new HashSet<>();
        for (var team : teams) {
            narrowed.add(
                    UUID.fromString(team instanceof jakarta.json.JsonString json ? json.getString() : team.toString()));
        }
        return Optional.of(narrowed);
    }

    private Optional<UUID> actor() {
        var header = headers.getHeaderString(ACTOR_HEADER);
        try {
            return Optional.ofNullable(header).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(Violation.inHeader(ACTOR_HEADER, "must be the id of a member"));
        }
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken jwt ? Optional.of(jwt) : Optional.empty();
    }
}
