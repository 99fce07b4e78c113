package org.fengong.allocation.solver;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Fairness;
import org.fengong.allocation.solver.core.Keep;
import org.fengong.allocation.solver.core.Limits;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.search.Search;

/**
 * The plan that changes least of what is published, whatever it costs: the same problem, in which a changed role costs 1
 * and all else nothing. Its bound proves how many changes no plan can do without.
 */
final class LeastChange {
    private static final Duration CEILING = Duration.ofSeconds(10);
    private static final long STEPS = 300_000;

    private final Model model;
    private final Search.Found found;

    private LeastChange(Model model, Search.Found found) {
        this.model = model;
        this.found = found;
    }

    /**
     * Its steps alone end the search, so that what begins with this plan can be repeated.
     *
     * @param cancelled ends the proof
     */
    static LeastChange of(Model model, BooleanSupplier cancelled) {
        long seed = model.problem().policy().seed();
        var settings = new Search.Settings(seed, STEPS, Limits.none(), new Limits(CEILING, cancelled));
        return new LeastChange(
                model, Search.run(changesAlone(model.core()), settings, (steps, plan, cost, bound) -> {}));
    }

    /** Of free roles; the plan of all changes those of fixed ones besides. */
    int changes() {
        return (int) found.plan().cost();
    }

    /** @throws ChangesExceededException when it changes more than the policy demands */
    int[] start() {
        int most = model.problem().policy().maxChanges();
        int ofFixed = model.changesOfFixed();
        if (changes() + ofFixed > most) {
            throw new ChangesExceededException(most, changes() + ofFixed, (int) found.bound() + ofFixed);
        }
        return plan();
    }

    int[] plan() {
        return found.plan().option;
    }

    private static Core changesAlone(Core core) {
        int[] kept = core.keep().option();
        Options options = core.options();
        var costs = new Options.Builder(core.roles());
        for (int r = 0; r < core.roles(); r++) {
            for (int o = options.first[r]; o < options.first[r + 1]; o++) {
                int[] minutes = Arrays.copyOfRange(options.minutes, options.minutesFrom(o), options.minutesFrom(o + 1));
                boolean same = kept[r] == Keep.FREE || kept[r] == o;
                costs.add(options.member(o), options.start(o), options.end(o), minutes, same ? 0 : 1);
            }
            costs.endRole();
        }
        return Core.of(
                core.weeks(),
                core.firstRole(),
                core.together(),
                core.oneRoleEach(),
                core.room(),
                new long[core.members()],
                new Fairness(new long[0], new long[0]),
                costs.build(),
                Arrays.stream(kept).mapToLong(o -> o == Keep.FREE ? 0 : 1).toArray(),
                0,
                core.predecessors(),
                core.lags());
    }
}
