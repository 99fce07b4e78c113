package org.fengong.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;

/** Changes a thing by a merge patch (RFC 7396): null deletes, an absent field stays. */
@ApplicationScoped
public class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper mapper;
    private final Validator validator;

    MergePatch(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The patched input, validated as a whole.
     *
     * @param current the input that would create the thing as it is now
     * @throws InvalidRequestException for a patch without fields, a field that the type does not know or a value of the
     *     wrong type
     * @throws ConstraintViolationException when the result breaks a constraint of the type
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw new InvalidRequestException(Violation.inBody("", "a merge patch is a JSON object"));
        }
        if (patch.isEmpty()) {
            throw new InvalidRequestException(Violation.inBody("", "names no field to change"));
        }
        return valid(merge(mapper.valueToTree(current), patch), type);
    }

    /**
     * What a patch makes of nothing; as {@link #apply}.
     *
     * @param patch an object
     */
    public <T> T create(JsonNode patch, Class<T> type) {
        return valid(merge(null, patch), type);
    }

    private <T> T valid(JsonNode merged, Class<T> type) {
        try {
            var result = mapper.treeToValue(merged, type);
            var violations = validator.validate(result);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return result;
        } catch (JsonProcessingException e) {
            throw new UnreadablePatchException(e);
        }
    }

    /** RFC 7396, section 2. */
    static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result =
                target != null && target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merge(result.get(field.getKey()), field.getValue()));
            }
        });
        return result;
    }

    /** Carries Jackson's complaint, in which the translator finds the field. */
    static class UnreadablePatchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadablePatchException(JsonProcessingException cause) {
            super(cause);
        }
    }
}
