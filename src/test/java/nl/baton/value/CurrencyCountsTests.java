package nl.baton.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import nl.baton.value.History.Line;
import nl.baton.value.History.Term;
import nl.baton.value.NewPurchase.Kind;
import nl.baton.value.ValueFit.Purchases;
import nl.baton.value.ValueFit.Verdict;
import nl.baton.value.model.Calibration;
import nl.baton.value.model.Maximum;
import org.junit.jupiter.api.Test;

/** Which fits may be used. */
class CurrencyCountsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate BEGAN = TODAY.minusDays(600);
    private static final int FIRST = (int) BEGAN.toEpochDay();
    private static final int CUT = 400;

    private final CurrencyCounts counts = new CurrencyCounts("EUR", BEGAN, TODAY);
    private final Random random = new Random(7);

    /** @param days counted from the first day @param amount of a purchase by its place */
    private void customer(List<Integer> days, IntUnaryOperator amount) {
        var lines = new ArrayList<Line>();
        for (int day : days) {
            lines.add(new Line(
                    "shop",
                    "" + lines.size(),
                    FIRST + day,
                    BigDecimal.valueOf(amount.applyAsInt(lines.size())),
                    null,
                    "EUR",
                    Kind.SALE,
                    null));
        }
        add(lines, List.of());
    }

    private void add(List<Line> lines, List<Term> contracts) {
        counts.add(Objects.requireNonNull(
                Trade.of(new History(1, false, lines, contracts)).get("EUR")));
    }

    /** Who buy at a pace of their own until one day, and then maybe leave. */
    private void buyers(int n, int until, IntUnaryOperator amount) {
        for (int i = 0; i < n; i++) {
            double pace = 15 - 60 * Math.log(1 - random.nextDouble());
            var days = new ArrayList<Integer>();
            int factor = 1 + random.nextInt(20);
            for (double day = random.nextInt(300); day < until; day += 1 + pace * random.nextExponential()) {
                days.add((int) day);
                if (random.nextInt(5) == 0) {
                    break;
                }
            }
            if (!days.isEmpty()) {
                customer(days, place -> factor * amount.applyAsInt(place));
            }
        }
    }

    private ValueFit purchases() {
        return counts.fitPurchases(1, Instant.EPOCH).orElseThrow();
    }

    @Test
    void one_that_foresaw_what_came_is_accepted_and_says_how_well() {
        buyers(1_500, 600, place -> 5 + random.nextInt(20));

        ValueFit fit = purchases();
        Purchases purchases = Objects.requireNonNull(fit.purchases());
        assertThat(fit.verdict()).as(fit.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(fit.customers()).isEqualTo(1_500);
        assertThat(purchases.cut()).isEqualTo(BEGAN.plusDays(CUT));
        assertThat(purchases.calibration()).hasSize(Calibration.MOST + 1);
        assertThat(purchases.maximum().converged()).isTrue();
        assertThat(purchases.correlation().n()).isEqualTo(fit.repeats());
        assertThat(purchases.gammaGamma()).isNotNull();
    }

    @Test
    void one_that_foresaw_what_never_came_is_not_used() {
        buyers(1_500, CUT, place -> 5 + random.nextInt(20));

        assertThat(purchases().verdict()).as(purchases().toString()).isEqualTo(Verdict.HELD_OUT_MISSED);
    }

    @Test
    void ninety_nine_who_came_back_are_too_few() {
        for (int i = 0; i < 99; i++) {
            customer(List.of(i, 100 + i), place -> 10);
        }
        customer(List.of(5), place -> 10);

        ValueFit fit = purchases();
        assertThat(fit.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(fit.repeats()).isEqualTo(99);
        assertThat(fit.customers()).isEqualTo(100);
        assertThat(fit.purchases()).isNull();
    }

    @Test
    void nobody_at_all_is_nothing_to_fit() {
        assertThat(counts.fitPurchases(1, Instant.EPOCH)).isEmpty();
        assertThat(counts.fitContracts(1, Instant.EPOCH)).isEmpty();
    }

    @Test
    void who_all_spend_the_same_need_no_distribution() {
        for (int i = 0; i < 400; i++) {
            int first = i / 2;
            customer(i % 3 == 0 ? List.of(first) : List.of(first, first + 20 + i / 3), place -> 10);
        }
        Purchases fitted = Objects.requireNonNull(purchases().purchases());

        assertThat(fitted.equalSpend()).isEqualTo(10);
        assertThat(fitted.gammaGamma()).isNull();
        assertThat(fitted.correlation().known()).isFalse();
    }

    @Test
    void whose_purchases_cost_nothing_have_no_spend() {
        buyers(600, 600, place -> 0);
        assertThat(purchases().verdict()).isEqualTo(Verdict.NO_SPEND);
    }

    @Test
    void who_never_leave_are_a_limit_of_the_model_and_no_worse_for_it() {
        for (int i = 0; i < 300; i++) {
            var days = new ArrayList<Integer>();
            for (int day = i % 30; day < 600; day += 10) {
                days.add(day);
            }
            customer(days, place -> 5 + place % 7);
        }
        ValueFit fit = purchases();
        assertThat(fit.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(Objects.requireNonNull(fit.purchases()).maximum().ending()).isEqualTo(Maximum.Ending.LIMIT);
    }

    private void contract(int months, boolean ended) {
        LocalDate start = TODAY.minusMonths(months);
        add(List.of(), List.of(new Term(BigDecimal.TEN, "EUR", start, ended ? TODAY.minusDays(3) : null)));
    }

    private Verdict contracts() {
        ValueFit fit = counts.fitContracts(1, Instant.EPOCH).orElseThrow();
        return fit.verdict();
    }

    @Test
    void contracts_have_to_be_a_hundred_and_some_have_to_have_ended() {
        for (int i = 0; i < 99; i++) {
            contract(1 + i % 40, false);
        }
        assertThat(contracts()).isEqualTo(Verdict.TOO_FEW);
        contract(3, false);
        assertThat(contracts()).isEqualTo(Verdict.NO_CONTRACT_ENDED);
        for (int i = 0; i < 40; i++) {
            contract(1 + i * i % 37, true);
        }
        assertThat(contracts()).isEqualTo(Verdict.ACCEPTED);
    }
}
