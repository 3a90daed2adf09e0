package nl.baton.segment;

import java.util.Set;
import nl.baton.value.KeptScorings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The valuations of the last two days: what changed between them tells why customers moved. */
@Component
class ComparedScorings implements KeptScorings {

    private static final int DAYS = 2;

    private final JdbcClient jdbc;

    ComparedScorings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Integer> needed() {
        return Set.copyOf(jdbc.sql("SELECT scoring FROM membership_run ORDER BY of_day DESC LIMIT " + DAYS)
                .query(Integer.class)
                .list());
    }
}
