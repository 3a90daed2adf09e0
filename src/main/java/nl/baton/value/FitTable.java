package nl.baton.value;

import java.util.List;
import java.util.Optional;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import nl.baton.value.ValueFit.Kind;
import nl.baton.value.ValueFit.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fits in the database; none is ever changed. */
@Component
class FitTable {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final JsonMapper json;

    FitTable(JdbcClient jdbc, Ids ids, JsonMapper json) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.json = json;
    }

    long nextId() {
        return ids.next("value_fit");
    }

    void insert(ValueFit fit) {
        jdbc.sql("""
                        INSERT INTO value_fit (id, kind, currency, fitted_at, as_of, verdict, body)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        fit.id(),
                        fit.kind().name(),
                        fit.currency(),
                        UtcTime.of(fit.fittedAt()),
                        fit.asOf(),
                        fit.verdict().name(),
                        json.writeValueAsString(fit))
                .update();
    }

    /** The last first. */
    List<ValueFit> latest(int most) {
        return jdbc.sql("SELECT body FROM value_fit ORDER BY id DESC LIMIT ?")
                .param(most)
                .query((row, n) -> json.readValue(row.getString(1), ValueFit.class))
                .list();
    }

    Optional<ValueFit> find(long id) {
        return jdbc.sql("SELECT body FROM value_fit WHERE id = ?")
                .param(id)
                .query((row, n) -> json.readValue(row.getString(1), ValueFit.class))
                .optional();
    }

    Optional<ValueFit> latest(String currency, Kind kind) {
        return jdbc.sql("SELECT body FROM value_fit WHERE currency = ? AND kind = ? ORDER BY id DESC LIMIT 1")
                .params(currency, kind.name())
                .query((row, n) -> json.readValue(row.getString(1), ValueFit.class))
                .optional();
    }

    /** The last one that was accepted; unless by now there are too few. */
    Optional<ValueFit> inUse(String currency, Kind kind) {
        if (latest(currency, kind)
                .filter(fit -> fit.verdict() == Verdict.TOO_FEW)
                .isPresent()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        SELECT body FROM value_fit WHERE currency = ? AND kind = ? AND verdict = 'ACCEPTED'
                        ORDER BY id DESC LIMIT 1""")
                .params(currency, kind.name())
                .query((row, n) -> json.readValue(row.getString(1), ValueFit.class))
                .optional();
    }
}
