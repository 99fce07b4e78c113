package org.fengong.platform.problem;

/**
 * Tells which problem a violated database constraint is, so that a race lost at the unique index answers as the
 * friendly check before it does. A feature offers one as a CDI bean.
 */
public interface ConstraintProblem {
    /** Name of the constraint or unique index in the database. */
    String constraint();

    ProblemException problem();
}
