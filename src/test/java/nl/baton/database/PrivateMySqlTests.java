package nl.baton.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag(OnMySql.TAG)
@EnabledOnOs(OS.LINUX)
class PrivateMySqlTests {

    @Test
    void what_was_committed_is_there_after_a_kill() throws SQLException {
        try (PrivateMySql mysql = PrivateMySql.start("--innodb-buffer-pool-size=64M")) {
            execute(mysql, "CREATE TABLE kept (id INT NOT NULL PRIMARY KEY, word VARCHAR(20) NOT NULL)");
            try (Connection open = DriverManager.getConnection(mysql.url());
                    Statement statement = open.createStatement()) {
                statement.execute("INSERT INTO kept VALUES (1, 'committed')");
                open.setAutoCommit(false);
                statement.execute("INSERT INTO kept VALUES (2, 'not committed')");
                mysql.kill();
                assertThatThrownBy(open::commit).isInstanceOf(SQLException.class);
            }
            String url = mysql.url();
            assertThatThrownBy(() -> execute(mysql, "SELECT 1")).isInstanceOf(SQLException.class);

            mysql.restart();

            assertThat(mysql.url()).isEqualTo(url);
            try (Connection again = DriverManager.getConnection(mysql.url());
                    Statement statement = again.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("committed");
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private static void execute(PrivateMySql mysql, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mysql.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
