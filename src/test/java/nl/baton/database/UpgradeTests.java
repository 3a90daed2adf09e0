package nl.baton.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database of the first release, which knew journeys of one case only, is carried over with all that was in it. */
class UpgradeTests {

    @Test
    void what_was_stored_before_journeys_had_several_cases_is_still_there_and_is_computed_again() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1";
        var database = new SingleConnectionDataSource(url, true);
        try {
            migrate(url, "090");
            JdbcClient jdbc = JdbcClient.create(database);
            firstRelease(jdbc);
            migrate(url, "latest");

            assertThat(jdbc.sql("""
                            SELECT CONCAT(case_number, ' ', source, ' ', journey_id) FROM journey_case ORDER BY id""").query(String.class).list()).containsExactly("K-1 crm 1", "K-2 crm 2");
            assertThat(jdbc.sql("""
                            SELECT CONCAT(external_id, ' ', case_id, ' ', COALESCE(customer_id, 0)) FROM touchpoint
                            ORDER BY id""").query(String.class).list()).containsExactly("t1 1 1", "t2 1 1", "t3 2 0");
            assertThat(jdbc.sql("SELECT case_id FROM changed_case ORDER BY id")
                            .query(Long.class)
                            .list())
                    .containsExactly(1L, 2L);
            assertThat(jdbc.sql("SELECT COUNT(*) FROM customer_identity WHERE customer_id = 1")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
            jdbc.sql("SHUTDOWN").update();
        } finally {
            database.destroy();
        }
    }

    private static void migrate(String url, String version) {
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void firstRelease(JdbcClient jdbc) {
        for (String statement : new String[] {
            "INSERT INTO journey_type (id, code, name) VALUES (1, 'move', 'Move')",
            "INSERT INTO department (id, code, name, slot, confirmed) VALUES (1, 'sales', 'Sales', 1, TRUE)",
            "INSERT INTO team (id, department_id, name) VALUES (1, 1, '')",
            "INSERT INTO customer (id, source, external_id, kind, name) VALUES (1, 'crm', 'C-1', 'PERSON', 'Kim Vos')",
            "INSERT INTO customer (id, source, external_id, kind) VALUES (2, 'crm', 'move:K-2', 'ANONYMOUS')",
            "INSERT INTO customer_identity VALUES (1, 'SOURCE', 'C-1', 'c-1'), (1, 'EMAIL', 'K@x.nl', 'k@x.nl')",
            "INSERT INTO customer_identity VALUES (2, 'SOURCE', 'K-2', 'k-2')",
            "INSERT INTO journey VALUES (1, 1, 'crm', 'K-1', 1), (2, 1, 'crm', 'K-2', 2)",
            touchpoint(1, 1),
            touchpoint(2, 1),
            touchpoint(3, 2),
            "INSERT INTO changed_journey VALUES (2)"
        }) {
            jdbc.sql(statement).update();
        }
    }

    private static String touchpoint(int id, int journey) {
        return """
                INSERT INTO touchpoint (id, journey_id, source, external_id, file_position, started_at, arrived_at, via)
                VALUES (%d, %d, 'crm', 't%d', 0, '2026-01-05 10:00:00', '2026-01-06 10:00:00', 'FILE')""".formatted(id, journey, id);
    }
}
