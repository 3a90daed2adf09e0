package nl.baton.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.value.Advocacy.Answered;
import nl.baton.value.Advocacy.Brought;
import nl.baton.value.Advocacy.Reached;
import nl.baton.value.model.Ground;
import nl.baton.value.model.Recommending;
import nl.baton.value.model.Recommending.Estimate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What customers bring through others, computed with what they bring themselves, and kept beside it. */
@Component
class IndirectTable {

    private final JdbcTemplate jdbc;
    private final AdvocacyReader reader;
    private final String home;

    IndirectTable(JdbcTemplate jdbc, AdvocacyReader reader, ValueProperties properties) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.home = properties.currency().getCurrencyCode();
    }

    /** The rows of some customers, not stored yet. */
    record Rows(List<@Nullable Object[]> advocates, List<@Nullable Object[]> referred) {}

    /** Of some customers that follow each other. */
    Rows of(int scoring, List<History> batch, Basis basis) {
        var advocates = new ArrayList<@Nullable Object[]>();
        var referred = new ArrayList<@Nullable Object[]>();
        Map<Long, Advocacy> known =
                reader.between(batch.getFirst().customer(), batch.getLast().customer(), basis.asOf());
        for (History history : batch) {
            Advocacy advocacy = known.getOrDefault(history.customer(), Advocacy.NONE);
            if (advocacy.last() != null || advocacy.reach() != null) {
                advocates.add(advocate(scoring, history.customer(), advocacy, basis));
            }
            if (!advocacy.broughtBy().isEmpty()) {
                Optional<Trade> trade = Optional.ofNullable(Trade.of(history).get(home));
                advocacy.broughtBy()
                        .forEach(by -> referred.add(referred(scoring, history.customer(), by, trade, basis)));
            }
        }
        return new Rows(advocates, referred);
    }

    private @Nullable Object[] advocate(int scoring, long customer, Advocacy advocacy, Basis basis) {
        Answered last = advocacy.last();
        Reached reach = advocacy.reach();
        Recommending recommending = basis.recommending();
        Optional<Estimate> worth = last == null || reach == null || recommending == null
                ? Optional.empty()
                : recommending.worth(last.score(), reach.people());
        return new @Nullable Object[] {
            scoring,
            customer,
            last == null ? null : (Integer) last.score(),
            last == null ? null : Date.valueOf(last.on()),
            reach == null ? null : (Integer) reach.people(),
            reach == null ? null : Date.valueOf(reach.on()),
            worth.map(found -> amount(found.value())).orElse(null),
            worth.map(found -> amount(found.low())).orElse(null),
            worth.map(found -> amount(found.high())).orElse(null),
            ground(last, reach, worth.isPresent()).name(),
            worth.map(Estimate::n).orElse(0L)
        };
    }

    private static Ground ground(@Nullable Answered last, @Nullable Reached reach, boolean told) {
        if (last == null) {
            return Ground.NO_ANSWER;
        }
        if (reach == null) {
            return Ground.NO_REACH;
        }
        return told ? Ground.MODEL : Ground.TOO_FEW_ANSWERS;
    }

    private @Nullable Object[] referred(int scoring, long customer, Brought by, Optional<Trade> trade, Basis basis) {
        BigDecimal since = trade.map(of -> of.current(
                        by.on().minusDays(1), basis.asOf(), basis.of(home).marginRate()))
                .orElse(BigDecimal.ZERO);
        return new @Nullable Object[] {
            scoring,
            by.referrer(),
            customer,
            Date.valueOf(by.on()),
            by.part(),
            since.multiply(BigDecimal.valueOf(by.part())).setScale(Amount.DECIMALS, RoundingMode.HALF_EVEN)
        };
    }

    private static BigDecimal amount(double value) {
        return BigDecimal.valueOf(value).setScale(Amount.DECIMALS, RoundingMode.HALF_EVEN);
    }

    void insert(Rows rows) {
        jdbc.batchUpdate("""
                INSERT INTO customer_indirect (scoring, customer_id, last_score, answered_on, reach, reach_on, potential_value,
                    potential_low, potential_high, potential_ground, answers)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows.advocates());
        jdbc.batchUpdate("""
                INSERT INTO customer_referred (scoring, referrer_id, customer_id, referred_on, part, current_value)
                VALUES (?, ?, ?, ?, ?, ?)""", rows.referred());
    }
}
