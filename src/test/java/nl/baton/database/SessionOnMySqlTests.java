package nl.baton.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.baton.BatonTest;
import nl.baton.base.UtcTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BatonTest
@Tag(OnMySql.TAG)
class SessionOnMySqlTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_connection_is_what_baton_counts_on() {
        assertThat(setting("@@transaction_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(setting("@@time_zone")).isEqualTo("+00:00");
        assertThat(setting("@@eq_range_index_dive_limit")).isEqualTo("0");
        assertThat(setting("@@character_set_client")).isEqualTo("utf8mb4");
        assertThat(setting("@@collation_connection")).isEqualTo("utf8mb4_0900_bin");
        assertThat(setting("@@sql_mode")).contains("STRICT_TRANS_TABLES");
    }

    @Test
    void every_column_compares_byte_by_byte_whatever_the_server_does() {
        assertThat(jdbc.sql("""
                        SELECT DISTINCT collation_name FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND collation_name IS NOT NULL
                            AND table_name <> 'flyway_schema_history'
                        """).query(String.class).list()).containsExactly("utf8mb4_0900_bin");
    }

    @Test
    void an_instant_comes_back_to_the_microsecond_also_when_summer_time_begins() {
        for (String text : new String[] {"2026-03-29T01:30:00.123456Z", "2026-10-25T00:59:59.999999Z"}) {
            Instant instant = Instant.parse(text);
            assertThat(jdbc.sql("SELECT CAST(CAST(? AS DATETIME(6)) AS CHAR)")
                            .param(UtcTime.of(instant))
                            .query(String.class)
                            .single())
                    .isEqualTo(text.replace('T', ' ').replace("Z", ""));
        }
    }

    private String setting(String name) {
        return jdbc.sql("SELECT " + name).query(String.class).single();
    }
}
