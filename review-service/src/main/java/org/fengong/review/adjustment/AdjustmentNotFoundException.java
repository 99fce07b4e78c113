package org.fengong.review.adjustment;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** Also for one of a review that is not for the caller's eyes. */
public class AdjustmentNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public AdjustmentNotFoundException(UUID reviewId, UUID id) {
        super(
                ProblemKind.NOT_FOUND,
                "adjustment-not-found",
                "There is no adjustment %s in a review %s.".formatted(id, reviewId));
    }
}
