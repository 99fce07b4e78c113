package org.fengong.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fact that keeps a request from being served. A feature extends it with its own slug and values, such as
 * {@code TaskNotFoundException}; nothing but the platform turns it into HTTP.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final String slug;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private transient Duration retryAfter;

    /**
     * @param kind decides the status
     * @param slug the stable name in {@code type}, kebab-case, listed in docs/problems.md
     * @param detail names the thing and its state, then a hint
     */
    public ProblemException(ProblemKind kind, String slug, String detail, Violation... violations) {
        super(detail);
        this.kind = kind;
        this.slug = slug;
        this.violations = new ArrayList<>(List.of(violations));
    }

    /** Adds a member to the problem body. */
    public ProblemException with(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    public ProblemException violation(Violation violation) {
        violations.add(violation);
        return this;
    }

    /** Tells the caller when the same request may succeed. */
    public ProblemException retryAfter(Duration pause) {
        retryAfter = pause;
        return this;
    }

    public ProblemKind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public List<Violation> violations() {
        return Collections.unmodifiableList(violations);
    }

    public Map<String, Object> extensions() {
        return Collections.unmodifiableMap(extensions);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
