package org.fengong.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.fengong.platform.http.Correlation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of everything that leaves a resource by exception. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ExceptionTranslator translator;
    private final Correlation correlation;

    ProblemMappers(ExceptionTranslator translator, Correlation correlation) {
        this.translator = translator;
        this.correlation = correlation;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return answer(e);
    }

    @ServerExceptionMapper
    Response body(MismatchedInputException e) {
        return anything(e);
    }

    @ServerExceptionMapper
    Response validation(ConstraintViolationException e) {
        return anything(e);
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    Response unauthenticated(RuntimeException e) {
        return Response.fromResponse(answer(new ProblemException(
                        ProblemKind.UNAUTHENTICATED,
                        "unauthenticated",
                        "The request has no valid bearer token. Send one in the header Authorization.")))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(new ProblemException(
                ProblemKind.FORBIDDEN, "forbidden", "The roles of this token do not allow this operation."));
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        return http(e);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        var known = translator.translate(e);
        if (known.isPresent()) {
            return answer(known.get());
        }
        var status = e.getResponse().getStatus();
        var reason = Response.Status.fromStatusCode(status);
        var slug = switch (status) {
            case 400 -> "invalid-request";
            case 404 -> "not-found";
            case 413 -> "request-too-large";
            default ->
                reason == null
                        ? "http-error"
                        : reason.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        };
        var detail = switch (status) {
            case 400 -> "The request is not valid.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know the method. The header Allow lists those it knows.";
            case 406 -> "This address answers application/json only.";
            case 413 -> "The body of the request is too large.";
            case 415 -> "The body must be application/json, or application/merge-patch+json with PATCH.";
            default -> reason == null ? "The request failed." : reason.getReasonPhrase() + ".";
        };
        var answer = Response.status(status).type(Problem.MEDIA_TYPE);
        e.getResponse().getHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase(HttpHeaders.ALLOW)) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.entity(Problem.of(status, slug, detail, correlation.traceId()))
                .build();
    }

    @ServerExceptionMapper
    Response anything(Throwable e) {
        return translator.translate(e).map(this::answer).orElseGet(() -> {
            LOG.errorf(e, "Request failed, traceId=%s", correlation.traceId());
            return Response.status(500)
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problem.of(
                            500,
                            "internal-error",
                            "The service made a mistake. Nothing was stored; the traceId finds it in the logs.",
                            correlation.traceId()))
                    .build();
        });
    }

    private Response answer(ProblemException e) {
        var answer = Response.status(e.kind().status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(e, correlation.traceId()));
        e.retryAfter().ifPresent(pause -> answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, pause.toSeconds())));
        return answer.build();
    }
}
