package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What customers were at moments of the past, for whoever computes what follows from what happened to them. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Standings {

    private final JdbcClient jdbc;
    private final HistoryReader histories;
    private final JsonMapper json;
    private final String home;

    Standings(JdbcClient jdbc, HistoryReader histories, JsonMapper json, ValueProperties properties) {
        this.jdbc = jdbc;
        this.histories = histories;
        this.json = json;
        this.home = properties.currency().getCurrencyCode();
    }

    /** The values that are shown, and by what they were found. */
    public static final class Valued {
        private final int scoring;
        private final Basis basis;
        private final String currency;

        private Valued(int scoring, Basis basis, String currency) {
            this.scoring = scoring;
            this.basis = basis;
            this.currency = currency;
        }

        public int scoring() {
            return scoring;
        }

        /** What happened up to the end of that day is known. */
        public LocalDate asOf() {
            return basis.asOf();
        }

        public String currency() {
            return currency;
        }
    }

    /** Empty until the first valuation is done, and after an update until the next one. */
    @Transactional(readOnly = true)
    public Optional<Valued> shown() {
        return jdbc.sql("SELECT scoring, basis FROM value_scoring WHERE state = 'LIVE'")
                .query((row, n) -> new Valued(row.getInt(1), json.readValue(row.getString(2), Basis.class), home))
                .optional()
                .filter(valued -> !valued.basis.months().isEmpty());
    }

    /** The next customers after one, in the order of their ids; empty when there are no more. */
    @Transactional(readOnly = true)
    public List<Standing> next(Valued valued, long after, int most) {
        List<History> next = histories.next(after, most, valued.asOf());
        if (next.isEmpty()) {
            return List.of();
        }
        Map<Long, @Nullable BigDecimal> potentials = new HashMap<>();
        jdbc.sql(
                        "SELECT customer_id, potential_value FROM customer_value WHERE scoring = ? AND customer_id BETWEEN ? AND ?")
                .params(
                        valued.scoring,
                        next.getFirst().customer(),
                        next.getLast().customer())
                .query(row -> {
                    potentials.put(row.getLong(1), row.getBigDecimal(2));
                });
        return next.stream()
                .map(history -> new Standing(history, potentials.get(history.customer()), valued.basis, home))
                .toList();
    }
}
