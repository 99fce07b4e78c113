package org.fengong.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The way to the services' databases. */
record Databases(Ports ports, String password) {
    /** A connection as the service's own user. */
    Connection connect(Service service) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), service.shortName());
        return DriverManager.getConnection(url, service.shortName(), password);
    }
}
