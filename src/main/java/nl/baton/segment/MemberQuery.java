package nl.baton.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.Page;
import nl.baton.segment.SegmentMembers.Member;
import nl.baton.segment.SegmentMembers.Worth;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists the members of a segment, the most valuable first. */
@Component
class MemberQuery {

    /** Of so few all are looked up and put in order; of more, all customers are gone through by their value. */
    private static final int FEW = 5_000;

    private static final int LOOKED_UP_AT_ONCE = 1_000;
    private static final int ROWS_AT_ONCE = 5_000;

    private final NamedParameterJdbcTemplate named;
    private final TraitQuery traits;
    private final StandingQuery standings;

    MemberQuery(NamedParameterJdbcTemplate named, TraitQuery traits, StandingQuery standings) {
        this.named = named;
        this.traits = traits;
        this.standings = standings;
    }

    Page<Member> page(CustomerSet members, int scoring, @Nullable Trait only, int offset, int limit) {
        CustomerSet listed = only == null ? members : members.and(having(only, scoring));
        List<Long> ids = listed.size() <= FEW
                ? inOrder(listed, scoring).stream().skip(offset).limit(limit).toList()
                : byValue(listed, scoring, offset, limit);
        Map<Long, Standing> values = ids.isEmpty() ? Map.of() : standings.of(scoring, ids);
        return new Page<>(
                listed.size(),
                ids.stream()
                        .map(id -> new Member(id, null, worth(values.get(id))))
                        .toList());
    }

    /** By the valuation of the members, and not by one that came since. */
    private CustomerSet having(Trait trait, int scoring) {
        Moment now = traits.now();
        return traits.of(trait, new Moment(now.now(), now.zone(), scoring));
    }

    private static @Nullable Worth worth(@Nullable Standing standing) {
        return standing == null
                ? null
                : new Worth(standing.stage(), standing.tier(), standing.current(), standing.potential());
    }

    private record Valued(long customer, @Nullable BigDecimal total) {}

    private List<Long> inOrder(CustomerSet listed, int scoring) {
        var all = new ArrayList<Valued>();
        List<Long> some = listed.after(0, LOOKED_UP_AT_ONCE);
        while (!some.isEmpty()) {
            Map<Long, Standing> values = standings.of(scoring, some);
            for (long customer : some) {
                Standing standing = values.get(customer);
                all.add(new Valued(customer, standing == null ? null : standing.total()));
            }
            some = listed.after(some.getLast(), LOOKED_UP_AT_ONCE);
        }
        all.sort(Comparator.comparing(Valued::total, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparingLong(Valued::customer)
                .reversed());
        return all.stream().map(Valued::customer).toList();
    }

    /** The order of the index; who has no value comes last, by id. */
    private List<Long> byValue(CustomerSet listed, int scoring, int offset, int limit) {
        var found = new ArrayList<Long>();
        var seen = new CustomerSet.Builder();
        long passed = 0;
        Valued last = null;
        while (found.size() < limit) {
            List<Valued> rows = next(scoring, last);
            if (rows.isEmpty()) {
                break;
            }
            for (Valued row : rows) {
                if (listed.contains(row.customer) && found.size() < limit) {
                    seen.add(row.customer);
                    if (passed++ >= offset) {
                        found.add(row.customer);
                    }
                }
            }
            last = rows.getLast();
        }
        if (found.size() < limit) {
            CustomerSet rest = listed.minus(seen.build());
            int skipped = (int) Math.max(0, offset - passed);
            rest.after(0, skipped + limit - found.size()).stream().skip(skipped).forEach(found::add);
        }
        return found;
    }

    private List<Valued> next(int scoring, @Nullable Valued last) {
        var parameters = new HashMap<String, Object>(Map.of("scoring", scoring, "limit", ROWS_AT_ONCE));
        String where = "total_value IS NOT NULL";
        if (last != null && last.total != null) {
            where = "total_value <= :total AND (total_value < :total OR customer_id < :customer)";
            parameters.put("total", last.total);
            parameters.put("customer", last.customer);
        }
        return named.query(
                "SELECT customer_id, total_value FROM customer_value WHERE scoring = :scoring AND " + where
                        + " ORDER BY total_value DESC, customer_id DESC LIMIT :limit",
                parameters,
                (row, n) -> new Valued(row.getLong(1), row.getBigDecimal(2)));
    }
}
