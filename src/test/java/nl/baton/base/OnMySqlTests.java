package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.baton.database.OnMySql;
import nl.baton.database.PrivateMySql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Baton sees to by itself where its database is MySQL. */
@Tag(OnMySql.TAG)
class OnMySqlTests {

    @Test
    void the_pool_finds_its_database_again_after_a_kill() throws InterruptedException {
        try (PrivateMySql mysql = PrivateMySql.start("--innodb-buffer-pool-size=64M");
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(mysql.url());
            pool.setConnectionTimeout(1_000);
            new MySqlSettings().postProcessBeforeInitialization(pool, "dataSource");
            JdbcClient jdbc = JdbcClient.create(pool);
            assertThat(answers(jdbc)).isTrue();

            mysql.kill();
            assertThat(answers(jdbc)).isFalse();
            mysql.restart();

            long back = System.nanoTime();
            while (!answers(jdbc)) {
                assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(15));
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static boolean answers(JdbcClient jdbc) {
        try {
            return jdbc.sql("SELECT 1").query(Integer.class).single() == 1;
        } catch (DataAccessException away) {
            return false;
        }
    }
}
