package org.fengong.platform.signin;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.fengong.platform.page.Language;
import org.fengong.platform.page.NoticePage;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A browser that is refused a page is sent to the identity provider where that may help, and else gets a page that says why,
 * in its language. Programs, which do not ask for HTML by name, get the problem.
 */
class PageRefusals {
    private static final int REDIRECTED = 302;

    private final HttpAuthenticator authenticator;
    private final CurrentVertxRequest current;
    private final Tickets tickets;
    private final NoticePage notices;

    PageRefusals(HttpAuthenticator authenticator, CurrentVertxRequest current, Tickets tickets, NoticePage notices) {
        this.authenticator = authenticator;
        this.current = current;
        this.tickets = tickets;
        this.notices = notices;
    }

    @ServerResponseFilter
    Uni<Void> explain(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        if (!path.startsWith("/pages/") || !(response.getEntity() instanceof Problem problem) || !wantsPage(request)) {
            return Uni.createFrom().voidItem();
        }
        if (!problem.type().equals(Problem.TYPE_PREFIX + "unauthenticated")) {
            show(request, response, problem, slugOf(problem));
            return Uni.createFrom().voidItem();
        }
        if (path.equals(SignInResource.RETURN_PATH)) {
            // not back to the provider, which has just said no
            show(request, response, problem, "sign-in-failed");
            return Uni.createFrom().voidItem();
        }
        return authenticator.getChallenge(current.getCurrent()).map(challenge -> {
            if (challenge != null && challenge.status == REDIRECTED) {
                redirect(response, challenge);
            } else {
                show(request, response, problem, tickets.areTaken() ? "unauthenticated.local" : "unauthenticated");
            }
            return null;
        });
    }

    private static boolean wantsPage(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .anyMatch(type ->
                        type.getType().equals("text") && type.getSubtype().equals("html"));
    }

    private static String slugOf(Problem problem) {
        var slug = problem.type().substring(Problem.TYPE_PREFIX.length());
        return switch (problem.status()) {
            case 401, 409 -> slug;
            case 403 -> "forbidden";
            case 404 -> "not-found";
            default -> "refused";
        };
    }

    private static void redirect(ContainerResponseContext response, ChallengeData challenge) {
        response.setEntity(null);
        response.setStatus(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.getHeaders().putSingle(name.toString(), value));
    }

    private void show(ContainerRequestContext request, ContainerResponseContext response, Problem problem, String key) {
        var needsAddress = key.equals("unauthenticated.local") || key.startsWith("ticket-");
        var page = notices.answer(
                key,
                needsAddress ? "./fengong open board --team KEY" : null,
                key.equals("refused") ? problem.detail() : null,
                languageOf(request));
        response.setEntity(page.getEntity(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        page.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML + ";charset=UTF-8");
    }

    private static Language languageOf(ContainerRequestContext request) {
        var accepted = request.getAcceptableLanguages();
        try {
            return Language.of(request.getUriInfo().getQueryParameters().getFirst("lang"), accepted);
        } catch (InvalidRequestException e) {
            return Language.of(null, accepted);
        }
    }
}
