package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class DurableCommitsTests {

    private static final int TIMES = 30;
    private static final String MUCH = "much".repeat(5_000);
    private static final int AT_MOST = 1_500;

    @TempDir
    private Path folder;

    private JdbcClient jdbc;
    private DurableCommits commits;
    private TransactionTemplate transaction;
    private TransactionTemplate inner;
    private RecomputedTransaction recomputed;

    @BeforeEach
    void open() {
        var database = new JdbcDataSource();
        // it writes now and then by itself, so that much is on its way at any time
        database.setURL("jdbc:h2:file:" + folder.resolve("baton") + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=1");
        jdbc = JdbcClient.create(database);
        jdbc.sql("CREATE TABLE item (id INT PRIMARY KEY)").update();
        jdbc.sql("CREATE TABLE other (id INT AUTO_INCREMENT PRIMARY KEY, content VARCHAR)")
                .update();
        commits = new DurableCommits(database);
        transaction = new TransactionTemplate(commits);
        inner = new TransactionTemplate(commits);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        recomputed = new RecomputedTransaction(commits);
    }

    @AfterEach
    void close() {
        jdbc.sql("SHUTDOWN").update();
    }

    @Test
    void what_was_committed_is_in_the_file_that_a_killed_process_leaves_behind() throws Exception {
        for (int i = 1; i <= TIMES; i++) {
            int id = i;
            transaction.executeWithoutResult(status -> insert(id));
            assertThat(itemsLeftBehind(i)).isEqualTo(i);
        }
    }

    @Test
    void so_it_is_while_another_writes_much_that_need_not_be() throws Exception {
        var over = new AtomicBoolean();
        Thread another = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < AT_MOST && !over.get(); i++) {
                recomputed.executeWithoutResult(status -> jdbc.sql("INSERT INTO other (content) VALUES (?)")
                        .param(MUCH)
                        .update());
            }
        });
        try {
            for (int i = 1; i <= TIMES; i++) {
                int id = i;
                transaction.executeWithoutResult(status -> insert(id));
                assertThat(itemsLeftBehind(i)).isEqualTo(i);
            }
        } finally {
            over.set(true);
            another.join();
        }
    }

    @Test
    void what_can_be_computed_anew_is_there_once_something_later_is() throws Exception {
        for (int i = 1; i < TIMES; i += 2) {
            int id = i;
            recomputed.executeWithoutResult(status -> insert(id));
            transaction.executeWithoutResult(status -> insert(id + 1));
            assertThat(itemsLeftBehind(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void what_was_committed_within_another_transaction_is_there_once_that_one_is() throws Exception {
        for (int i = 1; i < TIMES; i += 2) {
            int id = i;
            transaction.executeWithoutResult(status -> {
                inner.executeWithoutResult(within -> insert(id));
                insert(id + 1);
            });
            assertThat(itemsLeftBehind(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void whoever_keeps_elsewhere_what_it_read_has_it_written_before() throws Exception {
        for (int i = 1; i <= TIMES; i++) {
            int id = i;
            recomputed.executeWithoutResult(status -> insert(id));
            commits.writeOut();
            assertThat(itemsLeftBehind(i)).isEqualTo(i);
        }
    }

    private void insert(int id) {
        jdbc.sql("INSERT INTO item (id) VALUES (?)").param(id).update();
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
        } finally {
            Files.delete(copy);
        }
    }
}
