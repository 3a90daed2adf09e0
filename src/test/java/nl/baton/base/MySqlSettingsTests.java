package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

class MySqlSettingsTests {

    @Test
    void a_url_of_mysql_is_enough() {
        HikariDataSource pool = pool("jdbc:mysql://db.example/baton");

        assertThat(pool.getDataSourceProperties())
                .containsEntry("rewriteBatchedStatements", "true")
                .containsEntry("connectTimeout", "5000");
    }

    @Test
    void what_the_url_says_wins() {
        HikariDataSource pool = pool("jdbc:mysql://db.example/baton?useSSL=false&RewriteBatchedStatements=false");

        assertThat(pool.getDataSourceProperties())
                .doesNotContainKey("rewriteBatchedStatements")
                .containsEntry("connectTimeout", "5000");
    }

    @Test
    void another_database_is_not_told_of_them() {
        assertThat(pool("jdbc:h2:mem:other").getDataSourceProperties()).isEmpty();
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        new MySqlSettings().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }
}
