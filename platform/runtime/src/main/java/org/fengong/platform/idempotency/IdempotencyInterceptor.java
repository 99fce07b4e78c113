package org.fengong.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** Runs the command once per key, subject and path, and repeats its answer afterwards. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class IdempotencyInterceptor {
    static final String KEY_HEADER = "Idempotency-Key";
    static final String REPLAYED_HEADER = "Idempotency-Replayed";
    private static final int MAX_KEY_LENGTH = 200;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Caller caller;
    private final ObjectMapper mapper;
    private final IdempotencyKeys keys;

    IdempotencyInterceptor(HttpHeaders headers, UriInfo uri, Caller caller, ObjectMapper mapper, IdempotencyKeys keys) {
        this.headers = headers;
        this.uri = uri;
        this.caller = caller;
        this.mapper = mapper;
        this.keys = keys;
    }

    @AroundInvoke
    Object once(InvocationContext context) throws Exception {
        var key = headers.getHeaderString(KEY_HEADER);
        if (key == null) {
            return context.proceed();
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw new InvalidRequestException(
                    Violation.inHeader(KEY_HEADER, "must have 1 to " + MAX_KEY_LENGTH + " characters"));
        }
        var scope = sha256(caller.subject() + "\n" + caller.actorName() + "\n" + uri.getPath() + "\n" + key);
        var request = sha256(bodyOf(context));
        return QuarkusTransaction.joiningExisting().call(() -> inTransaction(context, scope, request));
    }

    private Object inTransaction(InvocationContext context, String scope, String request) throws Exception {
        if (!keys.lock(scope)) {
            throw new ProblemException(
                            ProblemKind.CONFLICT,
                            "request-in-progress",
                            "A request with this Idempotency-Key is still running. Repeat it in a moment.")
                    .retryAfter(java.time.Duration.ofSeconds(1));
        }
        var earlier = keys.find(scope);
        if (earlier.isPresent()) {
            if (!earlier.get().request().equals(request)) {
                throw new ProblemException(
                                ProblemKind.UNPROCESSABLE,
                                "idempotency-key-reused",
                                "This Idempotency-Key came with another body before. Take a new key for a new request.")
                        .violation(Violation.inHeader(KEY_HEADER, "was used with another body"));
            }
            return replay(earlier.get(), context.getMethod());
        }
        var answer = (RestResponse<?>) context.proceed();
        var location = answer.getLocation();
        keys.store(
                scope,
                new IdempotencyKeys.Answer(
                        request,
                        answer.getStatus(),
                        location == null ? null : location.toString(),
                        answer.getEntity() == null ? null : mapper.writeValueAsString(answer.getEntity())));
        return answer;
    }

    private RestResponse<?> replay(IdempotencyKeys.Answer answer, Method method) throws JsonProcessingException {
        var builder = RestResponse.ResponseBuilder.<Object>create(answer.status());
        if (answer.body() != null) {
            builder.entity(mapper.readValue(answer.body(), entityType(method)));
        }
        if (answer.location() != null) {
            builder.header(HttpHeaders.LOCATION, answer.location());
        }
        return builder.header(REPLAYED_HEADER, "true").build();
    }

    private JavaType entityType(Method method) {
        var type = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
        return mapper.constructType(type);
    }

    /** The arguments that came from the body and the path; equal requests give equal text. */
    private String bodyOf(InvocationContext context) throws IOException {
        var text = new StringBuilder(context.getMethod().getName());
        Parameter[] parameters = context.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isAnnotationPresent(jakarta.ws.rs.core.Context.class)) {
                var value = context.getParameters()[i];
                text.append('\n').append(value instanceof File file ? sha256(file) : mapper.writeValueAsString(value));
            }
        }
        return text.toString();
    }

    private static String sha256(File file) throws IOException {
        var digest = sha256();
        try (var content = new DigestInputStream(new FileInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
