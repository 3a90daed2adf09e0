package nl.baton.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who goes by which identity, by its form. A customer that others have only named claims nothing. What comes out depends
 * on what is stored alone, not on the order in which it came.
 */
@Component
class IdentityClaims {

    private final NamedParameterJdbcTemplate named;
    private final JdbcTemplate jdbc;
    private final IdentityForms forms;
    private final ConflictTable conflicts;

    IdentityClaims(NamedParameterJdbcTemplate named, JdbcTemplate jdbc, IdentityForms forms, ConflictTable conflicts) {
        this.named = named;
        this.jdbc = jdbc;
        this.forms = forms;
        this.conflicts = conflicts;
    }

    /** One customer's claim. */
    record Claim(String form, long customer) {}

    /** How many claim an identity, and how many of them verified. */
    record Count(int claimants, int verified) {
        static final Count NONE = new Count(0, 0);

        boolean disputed() {
            return claimants > 1;
        }
    }

    /** Brings the claims of these customers up to date; gives the other customers for whom that changes something. */
    Set<Long> refresh(Collection<Long> customers) {
        if (customers.isEmpty()) {
            return Set.of();
        }
        Map<Claim, Boolean> before = stored(customers);
        Map<Claim, Boolean> now = stated(customers);
        var gone = new ArrayList<Object[]>();
        var added = new ArrayList<Object[]>();
        Set<String> touched = new HashSet<>();
        Set<String> joined = new HashSet<>();
        before.forEach((claim, verified) -> {
            if (!verified.equals(now.get(claim))) {
                gone.add(new Object[] {claim.form, claim.customer});
                touched.add(claim.form);
            }
        });
        now.forEach((claim, verified) -> {
            if (!verified.equals(before.get(claim))) {
                added.add(new Object[] {claim.form, claim.customer, verified});
                touched.add(claim.form);
            }
            if (!before.containsKey(claim)) {
                joined.add(claim.form);
            }
        });
        if (touched.isEmpty()) {
            return Set.of();
        }
        Map<String, Count> countsBefore = counts(touched);
        jdbc.batchUpdate("DELETE FROM customer_claim WHERE form = ? AND customer_id = ?", gone);
        jdbc.batchUpdate("INSERT INTO customer_claim (form, customer_id, verified) VALUES (?, ?, ?)", added);
        Map<String, Count> counts = counts(touched);
        Set<String> turned = new HashSet<>();
        for (String form : touched) {
            if (countsBefore.getOrDefault(form, Count.NONE).disputed()
                    != counts.getOrDefault(form, Count.NONE).disputed()) {
                turned.add(form);
            }
        }
        Set<Long> others = claimants(turned);
        others.addAll(conflicts.refresh(touched, counts, joined));
        others.removeAll(Set.copyOf(customers));
        return others;
    }

    private Map<Claim, Boolean> stored(Collection<Long> customers) {
        Map<Claim, Boolean> claims = new HashMap<>();
        named.query(
                "SELECT form, customer_id, verified FROM customer_claim WHERE customer_id IN (:ids)",
                Map.of("ids", customers),
                row -> {
                    claims.put(new Claim(row.getString(1), row.getLong(2)), row.getBoolean(3));
                });
        return claims;
    }

    /** A source's own number is as sure as can be. */
    private Map<Claim, Boolean> stated(Collection<Long> customers) {
        Map<Claim, Boolean> claims = new HashMap<>();
        named.query("""
                SELECT i.customer_id, i.kind, i.identity_value, i.identity_system,
                    CASE WHEN %s THEN TRUE ELSE FALSE END AS sure
                FROM customer_identity i JOIN customer c ON c.id = i.customer_id
                WHERE i.customer_id IN (:ids) AND c.name IS NOT NULL AND c.kind <> 'ANONYMOUS'""".formatted(IdentityRow.SURE), Map.of("ids", customers), row -> {
            long customer = row.getLong(1);
            boolean sure = row.getBoolean(5);
            form(row.getString(2), row.getString(3), row.getString(4))
                    .ifPresent(form -> claims.merge(new Claim(form, customer), sure, Boolean::logicalOr));
        });
        return claims;
    }

    private Optional<String> form(String kind, String value, @Nullable String system) {
        return forms.of(Identity.Kind.valueOf(kind), value, system);
    }

    private Map<String, Count> counts(Collection<String> of) {
        Map<String, Count> counts = new HashMap<>();
        named.query("""
                SELECT form, COUNT(*), SUM(CASE WHEN verified = TRUE THEN 1 ELSE 0 END)
                FROM customer_claim WHERE form IN (:forms) GROUP BY form""", Map.of("forms", of), row -> {
            counts.put(row.getString(1), new Count(row.getInt(2), row.getInt(3)));
        });
        return counts;
    }

    private Set<Long> claimants(Collection<String> of) {
        return of.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(named.queryForList(
                        "SELECT customer_id FROM customer_claim WHERE form IN (:forms)",
                        Map.of("forms", of),
                        Long.class));
    }

    /** Of these customers, those forms that others claim too and that nobody has said to be rightly theirs. */
    Map<Long, Set<String>> contradicted(Collection<Long> customers) {
        Map<Long, Set<String>> contradicted = new HashMap<>();
        List<Claim> claims =
                named.query("""
                SELECT c.form, c.customer_id FROM customer_claim c JOIN identity_conflict x ON x.form = c.form
                WHERE c.customer_id IN (:ids) AND x.standing = TRUE AND x.state <> 'SHARED'
                    AND (x.owner_id IS NULL OR x.owner_id <> c.customer_id)""", Map.of("ids", customers), (row, n) -> new Claim(row.getString(1), row.getLong(2)));
        claims.forEach(claim -> contradicted
                .computeIfAbsent(claim.customer, id -> new HashSet<>())
                .add(claim.form));
        return contradicted;
    }
}
