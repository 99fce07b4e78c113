package org.fengong.platform.problem;

/** Each field is valid alone, together they break a rule, such as an end before its start. */
public class RuleViolatedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public RuleViolatedException(String slug, String field, String detail) {
        super(ProblemKind.UNPROCESSABLE, slug, detail, Violation.inBody(field, detail));
    }
}
