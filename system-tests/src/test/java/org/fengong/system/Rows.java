package org.fengong.system;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.localstack.Service;

/** Reads the services' tables, for facts that no public API shows. */
final class Rows {
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final PackagedSuite suite;

    Rows(PackagedSuite suite) {
        this.suite = suite;
    }

    /** @param ids the parameter of the query, an array */
    <T> List<T> list(Service service, String query, List<UUID> ids, Reading<T> reading) {
        try (var connection = suite.database(service);
                var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Of everything that a table holds: another one when anything is other. */
    String fingerprint(Service service, String table) {
        var query = "select md5(string_agg(t::text, '|' order by t::text)) from " + table + " t where ?::uuid[] = '{}'";
        return String.valueOf(
                list(service, query, List.of(), row -> row.getString(1)).get(0));
    }

    /** A number by id: the first two columns. */
    Map<UUID, Long> numbers(Service service, String query, List<UUID> ids) {
        var numbers = new HashMap<UUID, Long>();
        list(service, query, ids, row -> numbers.put(row.getObject(1, UUID.class), row.getLong(2)));
        return numbers;
    }
}
