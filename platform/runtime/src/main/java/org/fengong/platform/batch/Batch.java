package org.fengong.platform.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Function;
import org.fengong.platform.batch.BatchAnswer.Result;
import org.fengong.platform.http.Correlation;
import org.fengong.platform.problem.ExceptionTranslator;
import org.fengong.platform.problem.Problem;

/** Creates the items of a batch one by one, each in its own transaction: one that is refused holds up no other. */
@ApplicationScoped
public class Batch {
    private final ObjectMapper mapper;
    private final Validator validator;
    private final ExceptionTranslator translator;
    private final Correlation correlation;

    Batch(ObjectMapper mapper, Validator validator, ExceptionTranslator translator, Correlation correlation) {
        this.mapper = mapper;
        this.validator = validator;
        this.translator = translator;
        this.correlation = correlation;
    }

    /** @param create makes the thing and returns its id */
    public <T> BatchAnswer run(BatchRequest request, Class<T> type, Function<T, UUID> create) {
        var results = new ArrayList<Result>(request.items().size());
        for (var item : request.items()) {
            results.add(one(results.size(), item, type, create));
        }
        return new BatchAnswer(results);
    }

    private <T> Result one(int index, JsonNode item, Class<T> type, Function<T, UUID> create) {
        try {
            var input = mapper.treeToValue(item, type);
            var violations = validator.validate(input);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return new Result(index, 201, QuarkusTransaction.requiringNew().call(() -> create.apply(input)), null);
        } catch (JsonProcessingException | RuntimeException e) {
            // a fault of our own stops the batch; what was created before it stays and is refused as taken next time
            var problem = translator.translate(e).orElseThrow(() -> new IllegalStateException("Item " + index, e));
            return new Result(index, problem.kind().status(), null, Problem.of(problem, correlation.traceId()));
        }
    }
}
