package org.fengong.platform.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;
import org.hibernate.jpa.HibernateHints;

/**
 * One page of an entity's rows by keyset: conditions are collected, the sort is checked against what the operation
 * allows, and the cursor carries the last row's sort values, its id and a hash of conditions and sort, so that it fits
 * only the list it came from. The entity's id attribute is {@code id}; sort attributes are never null.
 */
public final class Listing<T> {
    /** Default and largest number of items on a page. */
    public static final int DEFAULT_LIMIT = 20;

    public static final int MAX_LIMIT = 100;

    private static final int MAX_SPREAD = 20;

    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    private record Order(String attribute, boolean descending) {}

    private record Cursor(List<Object> values, String filter) {}

    private final EntityManager entityManager;
    private final Class<T> entity;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<Order> orders = new ArrayList<>();

    private Listing(EntityManager entityManager, Class<T> entity) {
        this.entityManager = entityManager;
        this.entity = entity;
    }

    public static <T> Listing<T> of(EntityManager entityManager, Class<T> entity) {
        return new Listing<>(entityManager, entity);
    }

    /** Adds a JPQL condition on alias {@code e} with one named parameter; skipped when the value is null or empty. */
    public Listing<T> where(String condition, String parameter, Object value) {
        if (value == null || (value instanceof Collection<?> many && many.isEmpty())) {
            return this;
        }
        return require(condition, parameter, value);
    }

    /** As {@link #where} but never skipped: an empty collection matches nothing. For access rules. */
    public Listing<T> require(String condition, String parameter, Object value) {
        if (value instanceof Collection<?> many && !many.isEmpty() && many.size() <= MAX_SPREAD) {
            return spread(condition, parameter, many);
        }
        conditions.add("(" + condition + ")");
        parameters.put(parameter, value);
        return this;
    }

    /** A parameter for each value: the translation of such a query is kept, that of one with a list is made anew. */
    private Listing<T> spread(String condition, String parameter, Collection<?> values) {
        var names = new ArrayList<String>();
        for (var value :
                values.stream().sorted(Comparator.comparing(String::valueOf)).toList()) {
            var name = parameter + names.size();
            names.add(":" + name);
            parameters.put(name, value);
        }
        conditions.add("(" + condition.replace(":" + parameter, "(" + String.join(", ", names) + ")") + ")");
        return this;
    }

    /** Widens the condition before: one of the two has to hold. */
    public Listing<T> or(String condition, String parameter, Object value) {
        var before = conditions.remove(conditions.size() - 1);
        require(condition, parameter, value);
        conditions.add("(%s or %s)".formatted(before, conditions.remove(conditions.size() - 1)));
        return this;
    }

    /** Adds a JPQL condition on alias {@code e} without a parameter. */
    public Listing<T> where(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    /**
     * @param requested as the caller sent it, {@code -dueDate,key}; null takes the default
     * @param allowed attributes that may be sorted by
     * @throws InvalidRequestException for an attribute that is not allowed
     */
    public Listing<T> sort(String requested, Set<String> allowed, String byDefault) {
        for (var part : (requested == null || requested.isBlank() ? byDefault : requested).split(",")) {
            var attribute = part.startsWith("-") ? part.substring(1) : part;
            if (!allowed.contains(attribute) && !attribute.equals(byDefault)) {
                throw new InvalidRequestException(Violation.inQuery(
                        "sort", "cannot sort by %s; known are %s".formatted(attribute, sorted(allowed))));
            }
            orders.add(new Order(attribute, part.startsWith("-")));
        }
        return this;
    }

    /**
     * @param cursor of the page before, null for the first page
     * @param limit 1–100, null for 20
     * @throws InvalidRequestException for a cursor of another list and a limit out of range
     */
    public Page<T> page(String cursor, Integer limit) {
        var size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MAX_LIMIT) {
            throw new InvalidRequestException(Violation.inQuery("limit", "must be from 1 to " + MAX_LIMIT));
        }
        if (orders.stream().noneMatch(order -> order.attribute().equals("id"))) {
            orders.add(new Order("id", false));
        }
        var filter = filterHash();
        if (cursor != null) {
            after(decode(cursor, filter));
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var orderBy = String.join(
                ", ",
                orders.stream()
                        .map(o -> "e." + o.attribute() + (o.descending() ? " desc" : ""))
                        .toList());
        var query = entityManager.createQuery(
                "select e from " + entity.getSimpleName() + " e" + where + " order by " + orderBy, entity);
        parameters.forEach(query::setParameter);
        var rows = query.setMaxResults(size + 1)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList();
        return rows.size() <= size
                ? new Page<>(rows, null)
                : new Page<>(List.copyOf(rows.subList(0, size)), encode(rows.get(size - 1), filter));
    }

    /** (a > x) or (a = x and b > y) …, each comparison in its column's direction. */
    private void after(Cursor cursor) {
        var alternatives = new ArrayList<String>();
        var equalBefore = "";
        for (int i = 0; i < orders.size(); i++) {
            var column = "e." + orders.get(i).attribute();
            var parameter = "after" + i;
            alternatives.add(equalBefore + column + (orders.get(i).descending() ? " < :" : " > :") + parameter);
            equalBefore += column + " = :" + parameter + " and ";
            parameters.put(
                    parameter, typed(orders.get(i).attribute(), cursor.values().get(i)));
        }
        conditions.add("(" + String.join(" or ", alternatives) + ")");
    }

    private Object typed(String attribute, Object value) {
        try {
            return MAPPER.convertValue(
                    value,
                    entityManager
                            .getMetamodel()
                            .entity(entity)
                            .getAttribute(attribute)
                            .getJavaType());
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
    }

    private String encode(T last, String filter) {
        var util = entityManager.getEntityManagerFactory().getPersistenceUnitUtil();
        var values = orders.stream()
                .<Object>map(order ->
                        order.attribute().equals("id") ? util.getIdentifier(last) : read(last, order.attribute()))
                .map(value -> value instanceof Number || value instanceof Boolean ? value : value.toString())
                .toList();
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MAPPER.writeValueAsBytes(new Cursor(values, filter)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object read(T row, String attribute) {
        var member = entityManager
                .getMetamodel()
                .entity(entity)
                .getAttribute(attribute)
                .getJavaMember();
        try {
            if (member instanceof java.lang.reflect.Field field) {
                field.setAccessible(true);
                return field.get(row);
            }
            return ((java.lang.reflect.Method) member).invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read the sort attribute " + attribute, e);
        }
    }

    private Cursor decode(String cursor, String filter) {
        try {
            var decoded = MAPPER.readValue(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8), Cursor.class);
            if (filter.equals(decoded.filter()) && decoded.values().size() == orders.size()) {
                return decoded;
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw unusable();
        }
        throw unusable();
    }

    private static InvalidRequestException unusable() {
        return new InvalidRequestException(Violation.inQuery(
                "cursor", "does not belong to this list; use next of the page before with the same filter and sort"));
    }

    private String filterHash() {
        var crc = new CRC32();
        crc.update((entity.getName() + conditions + sortedText(parameters) + orders).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** Sets keep no order between two requests, nor do arrays of them; the elements are sorted so that the hash does. */
    private static String sortedText(Map<String, Object> parameters) {
        var text = new StringBuilder();
        parameters.forEach((name, value) -> text.append(name)
                .append('=')
                .append(
                        value instanceof Collection<?> many
                                ? sorted(many)
                                : value instanceof Object[] array ? sorted(List.of(array)) : value)
                .append(';'));
        return text.toString();
    }

    private static String sorted(Collection<?> values) {
        var texts = values.stream().map(String::valueOf).toArray(String[]::new);
        Arrays.sort(texts);
        return String.join(", ", texts);
    }
}
