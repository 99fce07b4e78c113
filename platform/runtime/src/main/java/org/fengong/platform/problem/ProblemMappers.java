package org.fengong.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fengong.platform.http.Correlation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
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
        var violations = e.getConstraintViolations().stream()
                .map(ProblemMappers::violationOf)
                .sorted(java.util.Comparator.comparing(Violation::field))
                .toList();
        return answer(new InvalidRequestException(violations));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException e) {
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

    private static Violation violationOf(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        if (nodes.size() < 2 || nodes.get(0).getKind() != ElementKind.METHOD) {
            return Violation.inBody(violation.getPropertyPath().toString(), violation.getMessage());
        }
        if (nodes.size() == 2 && nodes.get(1).getKind() == ElementKind.PARAMETER) {
            return ofParameter(
                    violation,
                    nodes.get(0).as(Path.MethodNode.class),
                    nodes.get(1).as(Path.ParameterNode.class));
        }
        var field = new StringBuilder();
        for (var node : nodes.subList(2, nodes.size())) {
            if (node.isInIterable()) {
                field.append('[')
                        .append(node.getIndex() == null ? node.getKey() : node.getIndex())
                        .append(']');
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return Violation.inBody(field.toString(), violation.getMessage());
    }

    private static Violation ofParameter(
            ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode parameter) {
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            try {
                var annotations = type.getDeclaredMethod(
                                method.getName(), method.getParameterTypes().toArray(Class<?>[]::new))
                        .getParameterAnnotations()[parameter.getParameterIndex()];
                return new Violation(
                        nameOf(annotations, parameter.getName()), placeOf(annotations), violation.getMessage());
            } catch (NoSuchMethodException e) {
                continue; // a generated subclass; its parent declares the method
            }
        }
        return Violation.inBody(parameter.getName(), violation.getMessage());
    }

    private static String placeOf(Annotation[] annotations) {
        for (var a : annotations) {
            if (a instanceof RestQuery || a instanceof QueryParam) {
                return "query";
            }
            if (a instanceof RestPath || a instanceof PathParam) {
                return "path";
            }
            if (a instanceof RestHeader || a instanceof HeaderParam) {
                return "header";
            }
        }
        return "body";
    }

    private static String nameOf(Annotation[] annotations, String parameterName) {
        var names = new ArrayList<>(List.of(""));
        for (var a : annotations) {
            if (a instanceof RestQuery q) {
                names.add(q.value());
            } else if (a instanceof QueryParam q) {
                names.add(q.value());
            } else if (a instanceof RestHeader h) {
                names.add(h.value());
            } else if (a instanceof HeaderParam h) {
                names.add(h.value());
            }
        }
        var name = names.get(names.size() - 1);
        return name.isEmpty() ? parameterName : name;
    }
}
