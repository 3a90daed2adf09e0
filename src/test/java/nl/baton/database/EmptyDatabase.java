package nl.baton.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Every run begins on an empty database. What another run has left goes, in a database whose name says it is for tests. */
@Component
@Profile("test")
class EmptyDatabase implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        if (flyway.info().current() != null) {
            String name = name(flyway);
            if (!name.endsWith("test")) {
                throw new IllegalStateException("Tests throw away what the database holds, and the name of '" + name
                        + "' does not end in 'test': let BATON_TEST_MYSQL_URL name one that does");
            }
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .cleanDisabled(false)
                    .load()
                    .clean();
        }
        flyway.migrate();
    }

    private static String name(Flyway flyway) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            return String.valueOf(connection.getCatalog());
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say its name", e);
        }
    }
}
