package org.fengong.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What the service under test has put into its outbox; with the relay off the rows stay. */
public final class OutboxRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One row. */
    public record Row(String topic, UUID key, String type, JsonNode data) {}

    private OutboxRows() {}

    /** The events of one aggregate, oldest first. */
    public static List<Row> of(UUID key) {
        try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
                var select = connection.prepareStatement(
                        "select aggregatetype, type, payload::text from outbox where aggregateid = ? order by position")) {
            select.setString(1, key.toString());
            var rows = new ArrayList<Row>();
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(
                            result.getString(1), key, result.getString(2), MAPPER.readTree(result.getString(3))));
                }
            }
            return rows;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows there are in all; a refused request must not change it. */
    public static long count() {
        try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
                var result = connection.createStatement().executeQuery("select count(*) from outbox")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
