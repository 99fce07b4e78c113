package org.fengong.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fengong.platform.problem.Problem;

/**
 * The first thing a request meets, before routing and authorisation: refuses paths that two parsers could read in two
 * ways (path parameters, encoded separators, dot segments) and bodies that are too large, takes cookies away from all but
 * readers of pages, and puts the protective headers on every answer.
 */
@ApplicationScoped
class RequestGuard {
    private static final int BEFORE_EVERYTHING = 10_000;
    /** Quarkus has set the limit for all addresses then, and nobody has read the body. */
    private static final int BEFORE_THE_BODY = 1;

    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|%3b|%2f|%5c|%00|//|/\\.|%2e|\\\\", Pattern.CASE_INSENSITIVE);

    private final HttpGuardConfig config;
    private final ObjectMapper mapper;
    private final Correlation correlation;

    RequestGuard(HttpGuardConfig config, ObjectMapper mapper, Correlation correlation) {
        this.config = config;
        this.mapper = mapper;
        this.correlation = correlation;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
        filters.register(this::boundUntoldLength, BEFORE_THE_BODY);
    }

    private void check(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        var path = rawPath(context.request().uri());
        if (AMBIGUOUS.matcher(path).find()) {
            refuse(context, 400, "ambiguous-path", "The path has characters that this API never uses.");
        } else if (tooLarge(context, path)) {
            headers.set(HttpHeaders.CONNECTION, "close");
            refuse(context, 413, "request-too-large", "The body of the request is too large. Split it.");
        } else {
            if (!path.startsWith("/pages/") || context.request().method() != HttpMethod.GET) {
                // A browser adds cookies to whatever another site makes it send: they open pages, and nothing else.
                context.request().headers().remove(HttpHeaders.COOKIE);
            }
            context.next();
        }
    }

    private boolean tooLarge(RoutingContext context, String path) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.length() < 19 && length.chars().allMatch(Character::isDigit)
                ? Long.parseLong(length) > limit(path)
                : length != null;
    }

    private long limit(String path) {
        if (path.endsWith("-imports")) {
            return config.maxImportBody().asLongValue();
        }
        return (path.endsWith("/batch") ? config.maxBatchBody() : config.maxBody()).asLongValue();
    }

    /** A body that comes in pieces says nothing of its length; whoever reads it stops at the limit. */
    private void boundUntoldLength(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            context.put(
                    VertxHttpRecorder.MAX_REQUEST_SIZE_KEY,
                    limit(rawPath(context.request().uri())));
        }
        context.next();
    }

    private static String rawPath(String uri) {
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private void refuse(RoutingContext context, int status, String slug, String detail) {
        correlation.begin(context.request().getHeader("traceparent"));
        var problem = new LinkedHashMap<String, Object>();
        var words = slug.replace('-', ' ');
        problem.put("type", Problem.TYPE_PREFIX + slug);
        problem.put("title", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("traceId", correlation.traceId());
        correlation.end();
        try {
            context.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
