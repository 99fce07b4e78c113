package org.fengong.tasks.goal;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a team wants in a period. */
@Entity
class Goal {
    @Id
    private UUID id;

    private UUID teamId;
    private String key;
    private String title;
    private UUID parentGoalId;
    private UUID ownerId;
    private LocalDate fromDay;
    private LocalDate toDay;
    private int weight;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<KeyResult> keyResults = List.of();

    @Version
    private long version = 1;

    protected Goal() {}

    static Goal create(CreateGoalRequest request) {
        var goal = new Goal();
        goal.id = Generators.timeBasedEpochGenerator().generate();
        goal.teamId = request.teamId();
        goal.change(request);
        return goal;
    }

    /**
     * @throws RuleViolatedException when it ends before it starts or would move to another team
     * @throws UnknownReferenceException for a key result that is not of this goal
     */
    void change(CreateGoalRequest request) {
        if (!request.teamId().equals(teamId)) {
            throw new RuleViolatedException("team-is-fixed", "teamId", "A goal stays with its team.");
        }
        if (request.to().isBefore(request.from())) {
            throw new RuleViolatedException(
                    "goal-ends-before-it-starts",
                    "to",
                    "The goal ends on %s, before it starts on %s.".formatted(request.to(), request.from()));
        }
        key = request.key();
        title = request.title();
        parentGoalId = request.parentGoalId();
        ownerId = request.ownerId();
        fromDay = request.from();
        toDay = request.to();
        weight = request.weight() == null ? 10 : request.weight();
        keyResults = merged(request.keyResults() == null ? List.of() : request.keyResults());
    }

    /** Empty when the key result is not of this goal, else the value before. */
    Optional<BigDecimal> measure(UUID keyResultId, BigDecimal value) {
        var before = keyResults.stream()
                .filter(k -> k.keyResultId().equals(keyResultId))
                .findFirst()
                .map(KeyResult::current);
        keyResults = keyResults.stream()
                .map(k -> k.keyResultId().equals(keyResultId) ? k.measured(value) : k)
                .toList();
        return before;
    }

    private List<KeyResult> merged(List<CreateGoalRequest.KeyResultForm> forms) {
        var known = keyResults.stream().collect(Collectors.toMap(KeyResult::keyResultId, Function.identity()));
        var result = new ArrayList<KeyResult>();
        for (int i = 0; i < forms.size(); i++) {
            var form = forms.get(i);
            var before = form.keyResultId() == null ? null : known.remove(form.keyResultId());
            if (form.keyResultId() != null && before == null) {
                throw new UnknownReferenceException(
                        "key-result", "keyResults[%d].keyResultId".formatted(i), form.keyResultId());
            }
            result.add(new KeyResult(
                    before == null ? Generators.timeBasedEpochGenerator().generate() : before.keyResultId(),
                    form.title(),
                    form.unit(),
                    form.baseline(),
                    form.target(),
                    before == null ? form.baseline() : before.current(),
                    form.weight()));
        }
        return result;
    }

    UUID id() {
        return id;
    }

    UUID teamId() {
        return teamId;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    /** Null when it is part of none. */
    UUID parentGoalId() {
        return parentGoalId;
    }

    /** Null when nobody but the lead is accountable. */
    UUID ownerId() {
        return ownerId;
    }

    LocalDate from() {
        return fromDay;
    }

    LocalDate to() {
        return toDay;
    }

    int weight() {
        return weight;
    }

    List<KeyResult> keyResults() {
        return keyResults;
    }

    long version() {
        return version;
    }
}
