package nl.baton.base;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The template that everybody uses, with batches that tell the driver the type of each value. Left to find out, MySQL's
 * driver spends more time on that, and for each null on asking what the parameter is, than on all the rest.
 */
@Component
class TypedBatches extends JdbcTemplate {

    TypedBatches(DataSource database) {
        super(database);
    }

    @Override
    public int[] batchUpdate(String sql, List<? extends @Nullable Object[]> rows) {
        return rows.isEmpty()
                ? new int[0]
                : batchUpdate(sql, new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement statement, int row) throws SQLException {
                        @Nullable Object[] values = rows.get(row);
                        for (int i = 0; i < values.length; i++) {
                            set(statement, i + 1, values[i]);
                        }
                    }

                    @Override
                    public int getBatchSize() {
                        return rows.size();
                    }
                });
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case String text -> statement.setString(place, text);
            case Boolean flag -> statement.setBoolean(place, flag);
            default -> statement.setObject(place, value);
        }
    }
}
