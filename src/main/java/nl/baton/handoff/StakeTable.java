package nl.baton.handoff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is at stake, in the database. */
@Component
class StakeTable {

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcTemplate jdbc;

    StakeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What handoffs are counted in: a lane, all lanes with a department at either end, or all. */
    record Part(long from, long to) {

        static final Part ALL = new Part(0, 0);

        static Part ofDepartment(long department) {
            return new Part(department, 0);
        }
    }

    /** A day on which a customer's handoff broke. */
    record Day(
            Part part,
            LocalDate day,
            long customer,
            long journeyType,
            long journey,
            @Nullable LocalDate previous,
            @Nullable LocalDate previousOfType,
            @Nullable BigDecimal potential) {}

    /** Journeys of one type, of customers who were alike. */
    record Alike(Part part, long journeyType, Tier tier, LifecycleStage stage) {}

    void insert(int run, List<Day> days) {
        jdbc.batchUpdate(
                """
                INSERT INTO stake_day (run, from_id, to_id, pickup_day, customer_id, journey_type_id, journey_id, previous_day,
                    previous_of_type, potential)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                days.stream()
                        .map(day -> new @Nullable Object[] {
                            run,
                            day.part.from,
                            day.part.to,
                            day.day,
                            day.customer,
                            day.journeyType,
                            day.journey,
                            day.previous,
                            day.previousOfType,
                            day.potential
                        })
                        .toList());
    }

    void add(int run, Map<Alike, RiskDifference.Stratum> strata) {
        jdbc.batchUpdate(
                """
                INSERT INTO stake_stratum (run, from_id, to_id, journey_type_id, tier, stage, broken, broken_lost, whole,
                    whole_lost)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE broken = broken + VALUES(broken), broken_lost = broken_lost + VALUES(broken_lost),
                    whole = whole + VALUES(whole), whole_lost = whole_lost + VALUES(whole_lost)""",
                strata.entrySet().stream()
                        .map(each -> new Object[] {
                            run,
                            each.getKey().part.from,
                            each.getKey().part.to,
                            each.getKey().journeyType,
                            each.getKey().tier.name(),
                            each.getKey().stage.name(),
                            each.getValue().broken(),
                            each.getValue().brokenLost(),
                            each.getValue().whole(),
                            each.getValue().wholeLost()
                        })
                        .toList());
    }

    /** Takes a piece of a run away; false when nothing is left of it. */
    boolean takeAway(int run) {
        for (String table : List.of("stake_day", "stake_stratum")) {
            if (jdbc.update("DELETE FROM " + table + " WHERE run = ? LIMIT " + ROWS_AT_ONCE, run) > 0) {
                return true;
            }
        }
        return false;
    }
}
