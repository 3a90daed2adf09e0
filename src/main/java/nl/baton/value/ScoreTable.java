package nl.baton.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.baton.value.Scorer.Scored;
import nl.baton.value.Scorer.Worth;
import nl.baton.value.model.Ground;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Quintiles;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Rhythm;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Scores in the database. */
@Component
class ScoreTable {

    private static final int ROWS_AT_ONCE = 5_000;

    /** All that is kept of a valuation. */
    private static final List<String> TABLES = List.of(
            "customer_value", "customer_value_abroad", "customer_indirect", "customer_referred", "value_picture");

    private final JdbcTemplate jdbc;
    private final String home;

    ScoreTable(JdbcTemplate jdbc, ValueProperties properties) {
        this.jdbc = jdbc;
        this.home = properties.currency().getCurrencyCode();
    }

    void insert(int scoring, List<Scored> all, Basis.Scores scores) {
        var rows = new ArrayList<@Nullable Object[]>();
        var abroad = new ArrayList<@Nullable Object[]>();
        for (Scored scored : all) {
            rows.add(row(scoring, scored, scores));
            scored.worth().values().stream()
                    .filter(worth -> !worth.currency().equals(home))
                    .forEach(worth -> abroad.add(abroad(scoring, scored.customer(), worth)));
        }
        jdbc.batchUpdate("""
                INSERT INTO customer_value (scoring, customer_id, stage, silence, rhythm, own_rhythm, first_dealing,
                    last_purchase, purchase_days, running_contracts, net, recency_score, frequency_score, monetary_score,
                    rfm_segment, current_value, potential_value, potential_low, potential_high, potential_ground, total_value,
                    tier, alive, expected_purchases, expected_spend, at_risk)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        jdbc.batchUpdate("""
                INSERT INTO customer_value_abroad (scoring, customer_id, currency, purchase_days, running_contracts,
                    current_value, potential_value, potential_low, potential_high, potential_ground)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", abroad);
    }

    private @Nullable Object[] row(int scoring, Scored scored, Basis.Scores scores) {
        Worth worth = scored.worth().get(home);
        Rhythm rhythm = scored.lifecycle().rhythm().orElse(null);
        int[] days = worth == null ? new int[0] : worth.days();
        LocalDate last = days.length == 0 ? null : LocalDate.ofEpochDay(days[days.length - 1]);
        BigDecimal total = total(scored, worth);
        CustomerValue.Rfm rfm = worth == null ? null : rfm(worth, scores);
        return new @Nullable Object[] {
            scoring,
            scored.customer(),
            scored.lifecycle().stage().name(),
            scored.lifecycle().silence().orElse(null),
            rhythm == null ? null : (Double) rhythm.days(),
            rhythm == null ? null : (Boolean) rhythm.own(),
            sql(scored.first()),
            sql(last),
            days.length,
            worth == null ? 0 : worth.runningContracts(),
            worth == null || days.length == 0 ? null : worth.net(),
            rfm == null ? null : (Integer) rfm.recency(),
            rfm == null ? null : (Integer) rfm.frequency(),
            rfm == null ? null : (Integer) rfm.monetary(),
            rfm == null ? null : rfm.segment().name(),
            worth == null ? null : worth.current(),
            worth == null ? null : worth.potential(),
            worth == null ? null : worth.low(),
            worth == null ? null : worth.high(),
            (worth == null ? Ground.NO_PURCHASE : worth.ground()).name(),
            total,
            total == null ? null : Tier.C.name(),
            worth == null ? null : worth.alive(),
            worth == null ? null : worth.expectedPurchases(),
            worth == null ? null : worth.expectedSpend(),
            worth == null ? null : atRisk(scored, worth, total)
        };
    }

    /** Null for who never bought, and where there are too few to compare with. */
    private static CustomerValue.@Nullable Rfm rfm(Worth worth, Basis.Scores scores) {
        int[] days = worth.days();
        if (days.length == 0 || scores.recency().n() < Quintiles.FEWEST) {
            return null;
        }
        int recency = scores.recency().score(days[days.length - 1]).orElseThrow();
        int frequency = scores.frequency().score(days.length).orElseThrow();
        int monetary = scores.monetary().score(worth.net().doubleValue()).orElseThrow();
        return new CustomerValue.Rfm(recency, frequency, monetary, RfmSegment.of(recency, frequency, monetary));
    }

    /** What the tier goes by. Who dealt in other currencies only is worth nothing in the company's. */
    private static @Nullable BigDecimal total(Scored scored, @Nullable Worth worth) {
        if (scored.worth().values().stream().noneMatch(Worth::dealt)) {
            return null;
        }
        if (worth == null) {
            return BigDecimal.ZERO.setScale(Amount.DECIMALS);
        }
        return worth.potential() == null ? worth.current() : worth.current().add(worth.potential());
    }

    /** Null where P(alive) is not told, a contract runs, the customer is lost already, or nothing is there to be lost. */
    private static @Nullable BigDecimal atRisk(Scored scored, Worth worth, @Nullable BigDecimal total) {
        Double alive = worth.alive();
        boolean lost = scored.lifecycle().stage() == LifecycleStage.LOST;
        if (alive == null || lost || worth.runningContracts() > 0 || total == null || total.signum() <= 0) {
            return null;
        }
        return total.multiply(BigDecimal.valueOf(1 - alive)).setScale(Amount.DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static @Nullable Object[] abroad(int scoring, long customer, Worth worth) {
        return new @Nullable Object[] {
            scoring,
            customer,
            worth.currency(),
            worth.days().length,
            worth.runningContracts(),
            worth.current(),
            worth.potential(),
            worth.low(),
            worth.high(),
            worth.ground().name()
        };
    }

    private static java.sql.@Nullable Date sql(@Nullable LocalDate day) {
        return day == null ? null : java.sql.Date.valueOf(day);
    }

    /** Takes a piece of what was scored away; false when nothing is left of it. */
    boolean takeAway(int scoring) {
        for (String table : TABLES) {
            if (jdbc.update("DELETE FROM " + table + " WHERE scoring = ? LIMIT " + ROWS_AT_ONCE, scoring) > 0) {
                return true;
            }
        }
        return false;
    }
}
