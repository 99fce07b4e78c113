package org.fengong.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;

/** The way to the services' databases: one server, a database, a user and a password each. */
record Databases(String server, Function<Service, String> password) {
    Databases(Ports ports, String password) {
        this(Addresses.of(ports).postgres(), service -> password);
    }

    /** A connection as the service's own user. */
    Connection connect(Service service) throws SQLException {
        var url = "jdbc:postgresql://%s/%s".formatted(server, service.shortName());
        return DriverManager.getConnection(url, service.shortName(), password.apply(service));
    }
}
