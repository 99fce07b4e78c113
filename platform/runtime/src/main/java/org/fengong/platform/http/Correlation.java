package org.fengong.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The id that ties a request, its log lines and its events together: the trace id of the W3C {@code traceparent} header
 * that came in, else a new one.
 */
@ApplicationScoped
public class Correlation {
    private static final String MDC_TRACE_ID = "traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    /** Begins work under the trace of the given header; null or malformed begins a new trace. */
    public void begin(String traceparent) {
        var matcher = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        MDC.put(
                MDC_TRACE_ID,
                matcher != null && matcher.matches()
                        ? matcher.group(1)
                        : UUID.randomUUID().toString().replace("-", ""));
    }

    /** 32 hexadecimal digits. */
    public String traceId() {
        if (MDC.get(MDC_TRACE_ID) == null) {
            begin(null);
        }
        return (String) MDC.get(MDC_TRACE_ID);
    }

    /** The header that hands this trace on. */
    public String traceparent() {
        var span = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        return "00-" + traceId() + "-" + span + "-01";
    }

    public void end() {
        MDC.remove(MDC_TRACE_ID);
    }
}
