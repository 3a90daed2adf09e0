package nl.baton.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads which customers changed, from a mark on. Numbers are given out before they are committed, so that one may turn up
 * after later ones: a number that is missing is looked for until no transaction can hold it any more. The mark stays below
 * it, so that who goes on from the mark misses nothing, and at most reads something again.
 */
final class ChangeTail {

    /** No transaction that changes customers takes so long. */
    static final Duration LATE = Duration.ofMinutes(5);

    /** More gaps than this are looked at as one, with what is between them. */
    private static final int MOST_GAPS = 500;

    private static final int GAPS_AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Gap> gaps = new ArrayList<>();
    private long last;
    private boolean more;

    private record Gap(long from, long to, Instant until) {}

    private record Entry(long id, long customer) {}

    ChangeTail(JdbcClient jdbc, Clock clock, long mark) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.last = mark;
    }

    /** The mark for who is about to read all customers: whatever may be committed from now on comes after it. */
    static long markBefore(JdbcClient jdbc, Clock clock) {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM changed_customer WHERE changed_at < ?")
                .param(UtcTime.of(clock.instant().minus(LATE)))
                .query(Long.class)
                .single();
    }

    long mark() {
        return gaps.isEmpty() ? last : gaps.getFirst().from - 1;
    }

    /** Whether there were more entries than the last look was to take. */
    boolean hasMore() {
        return more;
    }

    /** Customers that changed, of so many entries; empty when nothing did. */
    Set<Long> next(int most) {
        Set<Long> customers = new LinkedHashSet<>(late());
        List<Entry> entries = jdbc.sql("SELECT id, customer_id FROM changed_customer WHERE id > ? ORDER BY id LIMIT ?")
                .params(last, most)
                .query((row, n) -> new Entry(row.getLong(1), row.getLong(2)))
                .list();
        more = entries.size() == most;
        Instant until = clock.instant().plus(LATE);
        for (Entry entry : entries) {
            if (entry.id > last + 1) {
                gaps.add(new Gap(last + 1, entry.id - 1, until));
            }
            last = entry.id;
            customers.add(entry.customer);
        }
        joinGaps();
        return customers;
    }

    /** What has turned up in a gap. */
    private List<Long> late() {
        gaps.removeIf(gap -> gap.until.isBefore(clock.instant()));
        var found = new ArrayList<Entry>();
        for (int i = 0; i < gaps.size(); i += GAPS_AT_ONCE) {
            List<Gap> some = gaps.subList(i, Math.min(gaps.size(), i + GAPS_AT_ONCE));
            var sql = new StringBuilder("SELECT id, customer_id FROM changed_customer WHERE id BETWEEN ? AND ?");
            sql.repeat(" OR id BETWEEN ? AND ?", some.size() - 1);
            var bounds = new ArrayList<Long>();
            some.forEach(gap -> bounds.addAll(List.of(gap.from, gap.to)));
            found.addAll(jdbc.sql(sql.toString())
                    .params(bounds)
                    .query((row, n) -> new Entry(row.getLong(1), row.getLong(2)))
                    .list());
        }
        found.forEach(entry -> fill(entry.id));
        return found.stream().map(Entry::customer).toList();
    }

    /** What is left of the gap that a number was missing in. */
    private void fill(long id) {
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            if (gap.from <= id && id <= gap.to) {
                gaps.remove(i);
                if (id < gap.to) {
                    gaps.add(i, new Gap(id + 1, gap.to, gap.until));
                }
                if (gap.from < id) {
                    gaps.add(i, new Gap(gap.from, id - 1, gap.until));
                }
                return;
            }
        }
    }

    private void joinGaps() {
        while (gaps.size() > MOST_GAPS) {
            Gap first = gaps.removeFirst();
            Gap second = gaps.removeFirst();
            gaps.addFirst(new Gap(first.from, second.to, second.until));
        }
    }
}
