package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is asked of each handoff: by the pact in force when its wait began, else as an administrator has set it. What was
 * read is kept until its version moves, so that looking costs one row.
 */
@Component
class AgreedTerms {

    private static final long FRESH_NANOS = 5_000_000_000L;

    private final JdbcClient jdbc;
    private final PactTable pacts;
    private final Thresholds thresholds;
    private final Departments departments;
    private volatile @Nullable Agreements last;
    private volatile long readAt;

    AgreedTerms(JdbcClient jdbc, PactTable pacts, Thresholds thresholds, Departments departments) {
        this.jdbc = jdbc;
        this.pacts = pacts;
        this.thresholds = thresholds;
        this.departments = departments;
    }

    private record Lane(long from, long to) {}

    /** What an administrator has set; nulls for what Baton was started with. */
    private record Settings(
            long version,
            @Nullable Long pickUpMillis,
            @Nullable Integer maxReturns,
            Set<String> rulesOff) {

        static Settings read(ResultSet row, int n) throws SQLException {
            String off = row.getString(4);
            return new Settings(
                    row.getLong(1),
                    row.getObject(2, Long.class),
                    row.getObject(3, Integer.class),
                    off.isEmpty() ? Set.of() : Set.of(off.split(",")));
        }
    }

    /** All that was agreed and set, at one moment. */
    static final class Agreements {
        private final Settings settings;
        private final Survivors survivors;
        private final Terms usual;
        private final Map<Lane, List<Pact>> byLane = new HashMap<>();

        private Agreements(Settings settings, Survivors survivors, Terms usual, List<Pact> signed) {
            this.settings = settings;
            this.survivors = survivors;
            this.usual = usual;
            for (Pact pact : signed) {
                var lane = new Lane(
                        survivors.department(pact.fromDepartment()), survivors.department(pact.toDepartment()));
                byLane.computeIfAbsent(lane, any -> new ArrayList<>()).add(pact);
            }
        }

        /** What is asked where nothing was agreed. */
        Terms usual() {
            return usual;
        }

        /** Codes of the rules that are switched off. */
        Set<String> rulesOff() {
            return settings.rulesOff;
        }

        /** What is asked of a handoff whose wait began then, between these departments whatever their teams. */
        Terms of(long fromDepartment, long toDepartment, Instant waitBegan) {
            Pact inForce = null;
            for (Pact pact : byLane.getOrDefault(new Lane(fromDepartment, toDepartment), List.of())) {
                inForce = pact.since().isAfter(waitBegan) ? inForce : pact;
            }
            return inForce == null ? usual : inForce.terms();
        }

        /** The same for other settings, to try them. */
        Agreements with(Terms otherwise, Set<String> off) {
            var settings = new Settings(this.settings.version, null, null, off);
            return new Agreements(
                    settings,
                    survivors,
                    otherwise,
                    byLane.values().stream().flatMap(List::stream).toList());
        }
    }

    /** As they are at this moment. */
    Agreements now() {
        Settings settings = jdbc.sql(
                        "SELECT version, pick_up_ms, max_returns, rules_off FROM judging_settings WHERE id = 1")
                .query(Settings::read)
                .single();
        Survivors survivors = departments.survivors();
        Agreements known = last;
        if (known == null
                || !known.settings.equals(settings)
                || !known.survivors.departments().equals(survivors.departments())) {
            Long pickUp = settings.pickUpMillis;
            Integer maxReturns = settings.maxReturns;
            Terms usual = Terms.usual(
                    pickUp == null ? thresholds.pickUp() : Duration.ofMillis(pickUp),
                    maxReturns == null ? thresholds.maxReturns() : maxReturns);
            known = new Agreements(settings, survivors, usual, pacts.signed());
            last = known;
        }
        readAt = System.nanoTime();
        return known;
    }

    /** What is asked where nothing was agreed, for words on a screen: as it was some seconds ago at most. */
    Terms usual() {
        Agreements known = last;
        return known != null && System.nanoTime() - readAt < FRESH_NANOS ? known.usual() : now().usual();
    }

    /** Has every node read them again. In the caller's transaction, which changes something of them. */
    void moveOn() {
        jdbc.sql("UPDATE judging_settings SET version = version + 1 WHERE id = 1")
                .update();
    }
}
