package org.fengong.tasks.organisation;

import java.time.LocalDate;
import org.fengong.platform.problem.RuleViolatedException;

/** A day that has not come yet in the team's time zone, where only past ones can be told of. */
public class FutureDateException extends RuleViolatedException {
    private static final long serialVersionUID = 1L;

    public FutureDateException(String slug, String field, LocalDate date, LocalDate today) {
        super(slug, field, "%s is in the future; in the team's time zone it is %s.".formatted(date, today));
    }
}
