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

    @Test
    void daily_figures_are_carried_over_and_are_read_by_day_until_their_months_are_added_up() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1";
        var database = new SingleConnectionDataSource(url, true);
        try {
            migrate(url, "160");
            JdbcClient jdbc = JdbcClient.create(database);
            String counts = ", 2, 1, 0, 0, 0, 1, 1, 0, 90000, 1, 1, 1, 0, 0, 0, 0, 0, 0)";
            jdbc.sql("INSERT INTO lane_day VALUES (1, 7, 3, DATE '2025-11-30'" + counts)
                    .update();
            jdbc.sql("INSERT INTO lane_day VALUES (1, 7, 3, DATE '2026-01-02'" + counts)
                    .update();
            jdbc.sql("INSERT INTO lane_day_rule VALUES (1, 7, 3, DATE '2026-01-02', 'LATE_PICKUP', 1, 0)")
                    .update();
            jdbc.sql("INSERT INTO summary_day VALUES (1, 3, DATE '2026-01-09', 5, 1, 1)")
                    .update();
            jdbc.sql("""
                    INSERT INTO pending_pass (journey_id, generation, grain, lane_id, journey_type_id,
                        passing_touchpoint_id, passed_at, overdue_at, chases)
                    VALUES (4, 1, 'TEAM', 8, 3, 9, '2026-01-05 10:00:00', '2026-01-06 10:00:00', 0)""").update();
            migrate(url, "latest");

            assertThat(jdbc.sql("""
                            SELECT CONCAT(lane_id, ' ', span, ' ', span_start, ' ', handoffs, ' ', wait_ms, ' ', pending)
                            FROM lane_span ORDER BY lane_id, span_start""").query(String.class).list())
                    .containsExactly("7 D 2025-11-30 2 90000 0", "7 D 2026-01-02 2 90000 0", "8 A 1970-01-01 0 0 1");
            assertThat(jdbc.sql("SELECT CONCAT(rule, ' ', span_start, ' ', judged_broken) FROM lane_span_rule")
                            .query(String.class)
                            .list())
                    .containsExactly("LATE_PICKUP 2026-01-02 1");
            assertThat(jdbc.sql("SELECT CONCAT(span, ' ', span_start, ' ', with_department) FROM summary_span")
                            .query(String.class)
                            .list())
                    .containsExactly("D 2026-01-09 5");
            assertThat(jdbc.sql("SELECT CAST(month_start AS CHAR(10)) FROM moved_month ORDER BY month_start")
                            .query(String.class)
                            .list())
                    .containsExactly("2025-11-01", "2026-01-01");
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
