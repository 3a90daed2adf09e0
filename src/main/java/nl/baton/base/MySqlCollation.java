package nl.baton.base;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has MySQL compare texts as H2 does and as identities must be: {@code Ab} is not {@code ab}, {@code é} not {@code e},
 * and a blank at the end counts. Every table gets it from the database, whatever the server's own habit is; a column that
 * does not is told of rather than left to join two customers into one.
 */
@Component
class MySqlCollation implements Callback {

    static final String NAME = "utf8mb4_0900_bin";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try {
            if (!connection.getMetaData().getDatabaseProductName().equals("MySQL")) {
                return;
            }
            if (event == Event.BEFORE_MIGRATE) {
                set(connection);
            } else {
                check(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL's way of comparing texts could not be set", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "MySqlCollation";
    }

    private static void set(Connection connection) throws SQLException {
        String now = first(
                connection,
                "SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = DATABASE()");
        if (!NAME.equals(now)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE " + NAME);
            }
        }
    }

    private static void check(Connection connection) throws SQLException {
        String other = first(connection, """
                SELECT CONCAT(table_name, '.', column_name, ' ', collation_name) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND collation_name <> 'utf8mb4_0900_bin'
                    AND table_name <> 'flyway_schema_history' LIMIT 1""");
        if (other != null) {
            throw new IllegalStateException("A column compares texts in another way than " + NAME
                    + ", so that it could take two for one: " + other);
        }
    }

    private static @Nullable String first(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
