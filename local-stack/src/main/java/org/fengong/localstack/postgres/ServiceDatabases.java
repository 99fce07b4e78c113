package org.fengong.localstack.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One database and one user of the same name per service. */
public final class ServiceDatabases {
    static final List<String> NAMES = List.of("members", "tasks", "allocation", "review");

    private ServiceDatabases() {}

    /**
     * Makes those that are missing.
     *
     * @param password of each user, also of one that was there
     * @param connection of the server's administrator
     */
    public static void create(String password, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var name : NAMES) {
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                    statement.execute("create role " + name + " login");
                }
                statement.execute("alter role %s password '%s'".formatted(name, password.replace("'", "''")));
                if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                    statement.execute("create database %s owner %s".formatted(name, name));
                }
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, name);
            try (var result = select.executeQuery()) {
                return result.next();
            }
        }
    }
}
