package nl.baton.customer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import nl.baton.customer.IdentityClaims.Count;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Identities that several customers claim. What was decided stays, until somebody new claims it too. */
@Component
class ConflictTable {

    private final NamedParameterJdbcTemplate named;
    private final JdbcTemplate jdbc;
    private final Ids ids;
    private final Clock clock;

    ConflictTable(NamedParameterJdbcTemplate named, JdbcTemplate jdbc, Ids ids, Clock clock) {
        this.named = named;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    private record Row(long id, String state, @Nullable Long owner) {}

    /**
     * Brings the conflicts over these forms up to date.
     *
     * @param joined forms that somebody claims who did not before
     * @return owners who are not any more, because it has to be decided again
     */
    Set<Long> refresh(Collection<String> touched, Map<String, Count> counts, Set<String> joined) {
        Map<String, Row> known = known(touched);
        Set<Long> former = new HashSet<>();
        var added = new ArrayList<Object[]>();
        var changed = new ArrayList<Object[]>();
        var reopened = new ArrayList<Object[]>();
        var now = UtcTime.of(clock.instant());
        for (String form : touched) {
            Count count = counts.getOrDefault(form, Count.NONE);
            Row row = known.get(form);
            if (row != null) {
                changed.add(new Object[] {count.claimants(), count.verified(), count.disputed(), row.id});
                boolean again = joined.contains(form) || row.owner != null && !claims(form, row.owner);
                if (!row.state.equals("OPEN") && count.disputed() && again) {
                    reopened.add(new Object[] {row.id, now});
                    if (row.owner != null) {
                        former.add(row.owner);
                    }
                }
            } else if (count.disputed()) {
                added.add(new Object[] {
                    ids.next("identity_conflict"), form, count.claimants(), count.verified(), true, "OPEN", now
                });
            }
        }
        jdbc.batchUpdate("""
                INSERT INTO identity_conflict (id, form, claimants, verified_claims, standing, state, found_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", added);
        jdbc.batchUpdate(
                "UPDATE identity_conflict SET claimants = ?, verified_claims = ?, standing = ? WHERE id = ?", changed);
        jdbc.batchUpdate(
                "UPDATE identity_conflict SET state = 'OPEN', owner_id = NULL WHERE id = ?",
                reopened.stream().map(row -> new Object[] {row[0]}).toList());
        jdbc.batchUpdate(
                "INSERT INTO identity_decision (conflict_id, state, decided_at) VALUES (?, 'OPEN', ?)", reopened);
        return former;
    }

    private Map<String, Row> known(Collection<String> forms) {
        Map<String, Row> known = new HashMap<>();
        named.query(
                "SELECT id, form, state, owner_id FROM identity_conflict WHERE form IN (:forms) FOR UPDATE",
                Map.of("forms", forms),
                row -> {
                    long owner = row.getLong(4);
                    known.put(
                            row.getString(2), new Row(row.getLong(1), row.getString(3), row.wasNull() ? null : owner));
                });
        return known;
    }

    private boolean claims(String form, long customer) {
        return !jdbc.queryForList(
                        "SELECT customer_id FROM customer_claim WHERE form = ? AND customer_id = ?",
                        Long.class,
                        form,
                        customer)
                .isEmpty();
    }
}
