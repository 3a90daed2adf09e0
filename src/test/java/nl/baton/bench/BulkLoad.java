package nl.baton.bench;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows for many tables, gathered as text and loaded a good deal at once. */
final class BulkLoad {

    private final Map<String, String> columns;
    private Map<String, StringBuilder> texts = new HashMap<>();

    /** @param columns by table */
    BulkLoad(Map<String, String> columns) {
        this.columns = columns;
    }

    void add(String table, @Nullable Object... values) {
        StringBuilder text = texts.computeIfAbsent(table, any -> new StringBuilder(1 << 16));
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (i > 0) {
                text.append('\t');
            }
            switch (value) {
                case null -> text.append("\\N");
                case Boolean flag -> text.append(flag ? '1' : '0');
                default -> text.append(value);
            }
        }
        text.append('\n');
    }

    /** Takes what was gathered, to be loaded by whoever has a connection; a table each. */
    Map<String, StringBuilder> take() {
        Map<String, StringBuilder> full = texts;
        texts = new HashMap<>();
        return full;
    }

    void load(Connection connection, String table, StringBuilder text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement
                    .unwrap(JdbcStatement.class)
                    .setLocalInfileInputStream(
                            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            statement.execute("LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + table + " CHARACTER SET utf8mb4 ("
                    + columns.get(table) + ")");
            if (statement.getWarnings() != null) {
                throw statement.getWarnings();
            }
        }
    }
}
