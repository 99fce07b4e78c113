/** What the engine is asked: members, tasks, what already stands, and the policy. */
package org.fengong.allocation.solver.problem;
