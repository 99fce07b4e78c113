package org.fengong.allocation.webhook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

/** The events that a webhook can be told of: all that this service emits. */
final class WebhookEvents {
    static final Set<String> TYPES = Stream.of(
                    "plan-solved",
                    "plan-published",
                    "plan-superseded",
                    "task-assigned",
                    "task-unassigned",
                    "assignment-offered",
                    "assignment-accepted",
                    "assignment-declined",
                    "assignment-expired",
                    "assignment-rescinded",
                    "load-changed",
                    "overload-detected",
                    "overload-resolved",
                    "skill-gap-detected",
                    "request-opened",
                    "request-answered",
                    "request-moved",
                    "request-withdrawn")
            .map(fact -> "fengong.allocation." + fact + ".v1")
            .collect(Collectors.toUnmodifiableSet());

    private WebhookEvents() {}

    /** @throws ProblemException naming those that are not known */
    static void require(List<String> types) {
        var problem = new ProblemException(
                ProblemKind.UNPROCESSABLE,
                "unknown-event-type",
                "Known event types are: "
                        + String.join(", ", TYPES.stream().sorted().toList()) + ".");
        for (int i = 0; i < types.size(); i++) {
            if (!TYPES.contains(types.get(i))) {
                problem.violation(Violation.inBody("eventTypes[%d]".formatted(i), "is not a known event type"));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }
}
