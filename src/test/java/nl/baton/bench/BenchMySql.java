package nl.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a measurement asks of a MySQL beside Baton. */
final class BenchMySql {

    /** What decides about speed and safety; the first three stay as MySQL ships them. */
    private static final List<String> SETTINGS = List.of(
            "version",
            "innodb_flush_log_at_trx_commit",
            "innodb_doublewrite",
            "innodb_flush_method",
            "log_bin",
            "innodb_buffer_pool_size",
            "innodb_redo_log_capacity");

    private final String url;

    BenchMySql(String url) {
        this.url = url;
    }

    /** @param more driver settings, such as {@code &rewriteBatchedStatements=true} */
    Connection connect(String more) throws SQLException {
        return DriverManager.getConnection(url + more);
    }

    long process() throws SQLException, IOException {
        return Long.parseLong(
                Files.readString(Path.of(text("SELECT @@pid_file"))).strip());
    }

    String settings() throws SQLException {
        var settings = new ArrayList<String>();
        for (String name : SETTINGS) {
            settings.add(name + "=" + text("SELECT @@" + name));
        }
        return String.join(" ", settings);
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void forgetStatements() throws SQLException {
        run("TRUNCATE performance_schema.events_statements_summary_by_digest");
    }

    /** The statements that took longest since they were last forgotten: how often, how long in all, and which. */
    List<String> heaviestStatements(int most) throws SQLException {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT count_star, sum_timer_wait / 1e12, sum_lock_time / 1e12, sum_rows_affected, sum_rows_examined,
                            digest_text
                        FROM performance_schema.events_statements_summary_by_digest
                        WHERE schema_name = DATABASE() ORDER BY sum_timer_wait DESC LIMIT %d""".formatted(most))) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                String text = String.valueOf(rows.getString(6))
                        .replaceAll("\\s+", " ")
                        .replace("`", "");
                lines.add("%,9d x %8.2f s (locks %.2f s, %,d rows changed, %,d read)  %s"
                        .formatted(
                                rows.getLong(1),
                                rows.getDouble(2),
                                rows.getDouble(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                text.substring(0, Math.min(170, text.length()))));
            }
            return lines;
        }
    }

    /** All tables with their rows as MySQL estimates them, and the bytes of data and indexes. */
    String sizes() throws SQLException {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT name, SUM(file_size) FROM information_schema.innodb_tablespaces
                        WHERE name LIKE 'baton/%' GROUP BY name ORDER BY 2 DESC""")) {
            List<String> sizes = new ArrayList<>();
            long all = 0;
            while (rows.next()) {
                all += rows.getLong(2);
                if (sizes.size() < 8) {
                    sizes.add("%s %.2f".formatted(rows.getString(1).substring(6), rows.getLong(2) / 1e9));
                }
            }
            return "%.2f GB (%s, ...)".formatted(all / 1e9, sizes.stream().collect(Collectors.joining(", ")));
        }
    }
}
