package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class CountRowsTests {

    private static final String ADD =
            "INSERT INTO counted (kind, place, n) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE n = n + VALUES(n)";

    private final DriverManagerDataSource database = new DriverManagerDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));

    CountRowsTests() {
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        jdbc.execute("CREATE TABLE counted (kind INT, place INT, n BIGINT, PRIMARY KEY (kind, place))");
    }

    @Test
    void what_is_added_while_another_takes_the_row_away_is_not_lost() {
        CountRows.add(jdbc, ADD, rows(1));
        var other = new ArrayList<CompletableFuture<Void>>();
        transaction.executeWithoutResult(status -> {
            CountRows.add(jdbc, ADD, rows(-1));
            other.add(CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(own -> CountRows.add(jdbc, ADD, rows(1)))));
            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(() -> jdbc.queryForObject(
                                    "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL",
                                    Integer.class)
                            == 1);
            jdbc.update("DELETE FROM counted WHERE kind = 1 AND place = 1 AND n = 0");
        });
        other.getFirst().join();

        assertThat(jdbc.queryForObject("SELECT SUM(n) FROM counted", Long.class))
                .isEqualTo(1);
    }

    private static List<Object[]> rows(int n) {
        return List.<Object[]>of(new Object[] {1, 1, n});
    }
}
