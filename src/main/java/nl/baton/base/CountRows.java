package nl.baton.base;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Adds to rows of counts that go when they come to nothing, by {@code INSERT … ON DUPLICATE KEY UPDATE n = n + VALUES(n)}.
 *
 * <p>When another transaction takes such a row away in between, H2 finds that it stands in the way, waits for it, then finds
 * nothing to update, and says 0 without a word: what was to be added would be lost. Here it is added again, to the row that
 * is there by then, or to a new one.
 */
public final class CountRows {

    private static final int ATTEMPTS = 20;

    private CountRows() {}

    /**
     * @param rows of which none adds nothing: MySQL may say 0 of those too
     * @throws CannotAcquireLockException when others take the rows away time and again
     */
    public static void add(JdbcTemplate jdbc, String sql, List<Object[]> rows) {
        List<Object[]> left = rows;
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new CannotAcquireLockException("Others took the rows away time and again");
            }
            int[] changed = jdbc.batchUpdate(sql, left);
            var lost = new ArrayList<Object[]>();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] == 0) {
                    lost.add(left.get(i));
                }
            }
            left = lost;
        }
    }
}
