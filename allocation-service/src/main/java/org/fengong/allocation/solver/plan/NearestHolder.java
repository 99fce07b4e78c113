package org.fengong.allocation.solver.plan;

import java.util.List;

/** A member who almost has what a role must have, with the mandatory skills that are short. */
public record NearestHolder(String memberId, List<SkillMatch> missing) {}
