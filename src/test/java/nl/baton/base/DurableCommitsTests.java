package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DurableCommitsTests {

    private static final int TIMES = 30;

    @TempDir
    private Path folder;

    @Test
    void what_was_committed_is_in_the_file_that_a_killed_process_leaves_behind() throws Exception {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("baton") + ";DB_CLOSE_DELAY=-1");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("CREATE TABLE item (id INT PRIMARY KEY)").update();
        var transaction = new TransactionTemplate(new DurableCommits(database));
        for (int i = 1; i <= TIMES; i++) {
            int id = i;
            transaction.executeWithoutResult(status ->
                    jdbc.sql("INSERT INTO item (id) VALUES (?)").param(id).update());
            assertThat(itemsLeftBehind(i)).isEqualTo(i);
        }
        jdbc.sql("SHUTDOWN").update();
    }

    /** The file as it is at this moment, opened by somebody else. */
    private int itemsLeftBehind(int round) throws IOException, SQLException {
        Path copy = folder.resolve("copy-" + round + ".mv.db");
        Files.copy(folder.resolve("baton.mv.db"), copy);
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("copy-" + round));
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM item")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
