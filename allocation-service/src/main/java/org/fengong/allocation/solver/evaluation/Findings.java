package org.fengong.allocation.solver.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;

/** Collects the broken rules: what the engine or a lead placed breaks is a violation, what stands anyway is inherited. */
final class Findings {
    final List<Finding> violations = new ArrayList<>();
    final List<Finding> inherited = new ArrayList<>();

    void add(boolean inheritedOnly, Rule rule, Placement placement, String detail) {
        add(inheritedOnly, rule, placement, placement.startWeek(), 0, detail);
    }

    void add(boolean inheritedOnly, Rule rule, Placement placement, Integer week, int overByMinutes, String detail) {
        (inheritedOnly ? inherited : violations)
                .add(new Finding(rule, placement.roleId(), placement.memberId(), week, overByMinutes, detail));
    }

    void overload(boolean inheritedOnly, String memberId, int week, int overByMinutes, String detail) {
        (inheritedOnly ? inherited : violations)
                .add(new Finding(Rule.CAPACITY, null, memberId, week, overByMinutes, detail));
    }
}
