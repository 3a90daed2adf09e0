package nl.baton.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.baton.value.ValuePicture.AtRisk;
import nl.baton.value.ValuePicture.Band;
import nl.baton.value.ValuePicture.Cell;
import nl.baton.value.ValuePicture.CohortStage;
import nl.baton.value.ValuePicture.NotTold;
import nl.baton.value.ValuePicture.Why;
import nl.baton.value.ValuePicture.Worth;
import nl.baton.value.model.Concentration;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Adds up once what has been scored, and keeps it: screens read these sums, and never the customers. */
@Component
class PictureTable {

    private static final int MONTHS_A_QUARTER = 3;

    private final JdbcClient jdbc;
    private final TierQuery tiers;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    PictureTable(JdbcClient jdbc, TierQuery tiers, JsonMapper json, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tiers = tiers;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A picture, and of which valuation. */
    record Live(int scoring, LocalDate asOf, ValuePicture picture) {}

    /** Empty until a valuation that drew one is shown. */
    Optional<Live> live() {
        return jdbc.sql("""
                        SELECT p.scoring, s.as_of, p.body FROM value_picture p JOIN value_scoring s ON s.scoring = p.scoring
                        WHERE s.state = 'LIVE'""")
                .query((row, n) -> new Live(
                        row.getInt(1),
                        row.getObject(2, LocalDate.class),
                        json.readValue(row.getString(3), ValuePicture.class)))
                .optional();
    }

    /** May be done again: it comes out the same. */
    void draw(int scoring) {
        String body = json.writeValueAsString(picture(scoring));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM value_picture WHERE scoring = ?")
                    .param(scoring)
                    .update();
            jdbc.sql("INSERT INTO value_picture (scoring, body) VALUES (?, ?)")
                    .params(scoring, body)
                    .update();
        });
    }

    ValuePicture picture(int scoring) {
        return new ValuePicture(
                cells(scoring),
                bands(scoring),
                notTold(scoring),
                concentration(scoring),
                cohorts(scoring),
                jdbc.sql("""
                                SELECT COUNT(*), COALESCE(SUM(at_risk), 0) FROM customer_value
                                WHERE scoring = ? AND at_risk IS NOT NULL""")
                        .param(scoring)
                        .query((row, n) -> new AtRisk(row.getLong(1), row.getBigDecimal(2)))
                        .single());
    }

    private List<Cell> cells(int scoring) {
        return jdbc.sql("""
                        SELECT tier, stage, COUNT(*), COALESCE(SUM(current_value), 0), COALESCE(SUM(potential_value), 0),
                            COUNT(potential_value),
                            COALESCE(SUM((potential_high - potential_low) * (potential_high - potential_low)), 0)
                        FROM customer_value WHERE scoring = ? GROUP BY tier, stage ORDER BY tier, stage""")
                .param(scoring)
                .query((row, n) -> new Cell(
                        row.getString(1) == null ? null : Tier.valueOf(row.getString(1)),
                        LifecycleStage.valueOf(row.getString(2)),
                        new Worth(
                                row.getLong(3),
                                row.getBigDecimal(4),
                                row.getBigDecimal(5),
                                row.getLong(6),
                                row.getDouble(7))))
                .list();
    }

    /** By the same comparisons as the lists make, so that nobody falls between two bands. */
    private List<Band> bands(int scoring) {
        var cases = new StringBuilder();
        var parameters = new ArrayList<Object>();
        for (int tenth = 1; tenth < ValuePicture.BANDS; tenth++) {
            cases.append(" WHEN alive < ? THEN ").append(tenth - 1);
            parameters.add(edge(tenth));
        }
        parameters.add(scoring);
        return jdbc.sql("SELECT band, COUNT(*), SUM(total_value) FROM (SELECT CASE" + cases + " ELSE "
                        + (ValuePicture.BANDS - 1) + " END AS band, total_value FROM customer_value"
                        + " WHERE scoring = ? AND alive IS NOT NULL) banded GROUP BY band ORDER BY band")
                .params(parameters)
                .query((row, n) -> new Band(row.getInt(1), row.getLong(2), row.getBigDecimal(3)))
                .list();
    }

    /** From which P(alive) on a band begins. */
    static double edge(int tenth) {
        return (double) tenth / ValuePicture.BANDS;
    }

    private List<NotTold> notTold(int scoring) {
        return jdbc.sql("""
                        SELECT why, COUNT(*) FROM (
                            SELECT CASE WHEN running_contracts > 0 THEN 'CONTRACT_RUNS' WHEN purchase_days = 0 THEN 'NO_PURCHASE'
                                WHEN purchase_days = 1 THEN 'ONE_PURCHASE' ELSE 'NO_FIT' END AS why
                            FROM customer_value WHERE scoring = ? AND alive IS NULL AND total_value IS NOT NULL) untold
                        GROUP BY why ORDER BY why""")
                .param(scoring)
                .query((row, n) -> new NotTold(Why.valueOf(row.getString(1)), row.getLong(2)))
                .list();
    }

    private Concentration concentration(int scoring) {
        long n = jdbc.sql("SELECT COUNT(*) FROM customer_value WHERE scoring = ? AND total_value IS NOT NULL")
                .param(scoring)
                .query(Long.class)
                .single();
        var builder = new Concentration.Builder(n);
        List<TierQuery.Counted> page = tiers.page(scoring, null);
        while (!page.isEmpty()) {
            page.forEach(counted -> builder.add(counted.value().doubleValue(), counted.n()));
            page = tiers.page(scoring, page.getLast().value());
        }
        return builder.build();
    }

    private List<CohortStage> cohorts(int scoring) {
        return jdbc.sql("""
                        SELECT first_year, first_quarter, stage, COUNT(*), COALESCE(SUM(current_value), 0) FROM (
                            SELECT YEAR(first_dealing) AS first_year, QUARTER(first_dealing) AS first_quarter, stage,
                                current_value
                            FROM customer_value WHERE scoring = ? AND first_dealing IS NOT NULL) dated
                        GROUP BY first_year, first_quarter, stage ORDER BY first_year, first_quarter, stage""")
                .param(scoring)
                .query((row, n) -> new CohortStage(
                        LocalDate.of(row.getInt(1), MONTHS_A_QUARTER * (row.getInt(2) - 1) + 1, 1),
                        LifecycleStage.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getBigDecimal(5)))
                .list();
    }
}
