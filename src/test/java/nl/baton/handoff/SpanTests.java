package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.baton.base.Period;
import nl.baton.handoff.Span.Range;
import org.junit.jupiter.api.Test;

class SpanTests {

    private static final LocalDate START = LocalDate.of(2019, 12, 28);

    @Test
    void a_long_period_is_whole_months_with_days_at_its_edges() {
        assertThat(Span.of(new Period(LocalDate.of(2025, 1, 30), LocalDate.of(2025, 6, 2)), month -> false))
                .containsExactly(
                        new Range(Span.DAY, LocalDate.of(2025, 1, 30), LocalDate.of(2025, 1, 31)),
                        new Range(Span.MONTH, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 5, 31)),
                        new Range(Span.DAY, LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 2)));
    }

    @Test
    void whole_months_have_no_edges() {
        assertThat(Span.of(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30)), month -> false))
                .containsExactly(new Range(Span.MONTH, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30)));
    }

    @Test
    void every_day_of_a_period_is_in_one_span_and_no_other_day_is() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = START.plusDays(random.nextInt(800));
            var period = new Period(from, from.plusDays(random.nextInt(500)));
            int seed = random.nextInt();
            Predicate<LocalDate> byDay = month -> (month.hashCode() ^ seed) % 3 == 0;
            for (List<Range> ranges : List.of(Span.of(period, byDay), Span.months(period, byDay))) {
                assertThat(daysOf(ranges))
                        .as("%s: %s", period, ranges)
                        .containsExactlyElementsOf(
                                from.datesUntil(period.to().plusDays(1)).toList());
            }
        }
    }

    @Test
    void all_there_is_leaves_out_what_moved_since_it_was_added_up_and_adds_its_days() {
        LocalDate march = LocalDate.of(2025, 3, 1);
        LocalDate june = LocalDate.of(2025, 6, 1);
        assertThat(Span.all(
                        new Period(LocalDate.of(2024, 5, 7), LocalDate.of(2025, 6, 12)),
                        month -> month.equals(march) || month.equals(june)))
                .containsExactly(
                        new Range(Span.ALL, LocalDate.EPOCH, LocalDate.EPOCH),
                        new Range(Span.MONTH, march, LocalDate.of(2025, 3, 31), -1),
                        new Range(Span.MONTH, june, LocalDate.of(2025, 6, 30), -1),
                        new Range(Span.DAY, march, LocalDate.of(2025, 3, 31)),
                        new Range(Span.DAY, june, LocalDate.of(2025, 6, 30)));
    }

    @Test
    void a_wait_stands_in_the_bin_of_its_bucket() {
        var buckets = new TreeMap<Integer, Long>();
        long[] waits = new Random(2).longs(10_000, 0, 40L * 3_600_000).sorted().toArray();
        for (long wait : waits) {
            buckets.merge(WaitBuckets.of(wait), 1L, Long::sum);
        }
        long allowed = 8 * 3_600_000;
        WaitHistogram exact = WaitHistogram.exactly(waits);
        WaitHistogram counted = WaitHistogram.fromBuckets(buckets);

        assertThat(counted.bins(allowed).stream()
                        .mapToLong(LaneDetails.WaitBin::handoffs)
                        .sum())
                .isEqualTo(10_000);
        for (int i = 0; i < 13; i++) {
            assertThat(counted.bins(allowed).get(i).handoffs())
                    .isBetween(
                            exact.bins(allowed).get(i).handoffs() - 200,
                            exact.bins(allowed).get(i).handoffs() + 200);
        }
        assertThat(counted.longerThan(allowed))
                .isBetween(exact.longerThan(allowed) - 100, exact.longerThan(allowed) + 100);
    }

    private static List<LocalDate> daysOf(List<Range> ranges) {
        var days = new ArrayList<LocalDate>();
        for (Range range : ranges) {
            for (LocalDate start :
                    range.from().datesUntil(range.to().plusDays(1)).toList()) {
                if (range.span() == Span.DAY) {
                    days.add(start);
                } else if (start.getDayOfMonth() == 1) {
                    days.addAll(start.datesUntil(start.plusMonths(1)).toList());
                }
            }
        }
        return days;
    }
}
