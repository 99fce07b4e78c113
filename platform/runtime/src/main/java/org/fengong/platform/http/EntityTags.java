package org.fengong.platform.http;

import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

/**
 * Strong entity tags {@code "version.bodyHash"}. {@code If-None-Match} compares the whole tag, {@code If-Match} the
 * version alone: a representation may gain a field while the thing stays the same.
 */
public final class EntityTags {
    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,18})(\\.[0-9a-f]+)?\"?");

    private EntityTags() {}

    static String of(long version, byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return "\"%d.%08x\"".formatted(version, crc.getValue());
    }

    /**
     * The version that the caller has seen.
     *
     * @throws ProblemException 428 without the header, 400 when it is no tag of ours
     */
    public static long requiredVersion(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                            ProblemKind.PRECONDITION_REQUIRED,
                            "if-match-required",
                            "Send the ETag of the version that you have read in the header If-Match.")
                    .violation(Violation.inHeader("If-Match", "is missing"));
        }
        var matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new ProblemException(
                            ProblemKind.INVALID, "invalid-request", "The header If-Match is not an ETag of this API.")
                    .violation(Violation.inHeader("If-Match", "must be an ETag as it was answered"));
        }
        return Long.parseLong(matcher.group(1));
    }

    /**
     * Refuses a change that is based on an older version.
     *
     * @throws ProblemException 412 when the versions differ
     */
    public static void requireSame(long expected, long current) {
        if (expected != current) {
            throw new ProblemException(
                            ProblemKind.STALE,
                            "stale-version",
                            "This was changed since you read it: you have version %d, the current one is %d. Read it again."
                                    .formatted(expected, current))
                    .with("currentVersion", current);
        }
    }
}
