package nl.baton.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.value.Basis.OfCurrency;
import nl.baton.value.History.Line;
import nl.baton.value.History.Term;
import nl.baton.value.Scorer.Worth;
import nl.baton.value.ValueFit.Kind;
import nl.baton.value.ValueFit.Verdict;
import nl.baton.value.model.BgNbd;
import nl.baton.value.model.Correlation;
import nl.baton.value.model.FirstGap;
import nl.baton.value.model.GammaGamma;
import nl.baton.value.model.Ground;
import nl.baton.value.model.Maximum;
import nl.baton.value.model.Quintiles;
import nl.baton.value.model.Retention;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who buys, has contracts, or both, under fits of either kind, both, or none. */
class ScorerTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final int DAY = (int) TODAY.toEpochDay();
    private static final Maximum FOUND = new Maximum(-1, 1, 1, 0, 0, 1, 1, Maximum.Ending.CONVERGED);
    private static final BgNbd BUYING = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final Retention RETENTION = new Retention(0.668, 3.806);
    private static final ValueFit PURCHASES = new ValueFit(
            1,
            Kind.PURCHASES,
            "EUR",
            Instant.EPOCH,
            TODAY,
            Verdict.ACCEPTED,
            2_357,
            946,
            new ValueFit.Purchases(
                    BUYING, FOUND, SPEND, null, FOUND, new Correlation(0, 0, 0, 0, false), null, List.of()),
            null);
    private static final ValueFit CONTRACTS = new ValueFit(
            2,
            Kind.CONTRACTS,
            "EUR",
            Instant.EPOCH,
            TODAY,
            Verdict.ACCEPTED,
            1_000,
            509,
            null,
            new ValueFit.Contracts(RETENTION, FOUND));

    private static final List<Line> BOUGHT = List.of(sale(272), sale(200), sale(59));
    private static final List<Term> AGREED = List.of(new Term(BigDecimal.TEN, "EUR", LocalDate.of(2026, 2, 10), null));

    private static Line sale(int daysAgo) {
        return new Line(
                "shop",
                "P" + daysAgo,
                DAY - daysAgo,
                new BigDecimal("22.35"),
                null,
                "EUR",
                NewPurchase.Kind.SALE,
                null);
    }

    private static Worth worth(@Nullable Long purchases, @Nullable Long contracts, List<Line> lines, List<Term> terms) {
        var none = new Quintiles(new double[4], 0);
        var basis = new Basis(
                TODAY,
                Map.of(
                        "EUR",
                        new OfCurrency(
                                new BigDecimal("0.4"),
                                true,
                                purchases,
                                purchases == null ? Ground.NO_ACCEPTED_FIT : Ground.MODEL,
                                contracts,
                                contracts == null ? Ground.TOO_FEW_CONTRACTS : Ground.MODEL)),
                Collections.nCopies(Basis.DAYS_BACK + 1, FirstGap.UNKNOWN),
                List.of(),
                new Basis.Scores(none, none, none),
                null);
        var scorer = new Scorer(basis, Map.of(1L, PURCHASES, 2L, CONTRACTS));
        return Objects.requireNonNull(
                scorer.score(new History(5, false, lines, terms)).worth().get("EUR"));
    }

    private static double potential(Worth worth) {
        return Objects.requireNonNull(worth.potential()).doubleValue();
    }

    @Test
    void who_has_both_has_the_sum() {
        Worth buyer = worth(1L, 2L, BOUGHT, List.of());
        Worth contract = worth(1L, 2L, List.of(), AGREED);
        Worth both = worth(1L, 2L, BOUGHT, AGREED);

        assertThat(potential(buyer)).isPositive();
        assertThat(potential(contract))
                .isCloseTo(RETENTION.discounted(new Retention.Running(5, 36, 10)), within(0.0001));
        assertThat(potential(both)).isCloseTo(potential(buyer) + potential(contract), within(0.0002));
        assertThat(both.ground()).isEqualTo(Ground.MODEL);
        assertThat(both.low()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
        assertThat(both.high()).isGreaterThan(contract.high());
    }

    @Test
    void of_two_parts_the_one_that_is_known_is_told_with_why_the_other_is_not() {
        Worth withoutContracts = worth(1L, null, BOUGHT, AGREED);
        assertThat(potential(withoutContracts)).isCloseTo(potential(worth(1L, 2L, BOUGHT, List.of())), within(1e-9));
        assertThat(withoutContracts.ground()).isEqualTo(Ground.TOO_FEW_CONTRACTS);
        assertThat(withoutContracts.current())
                .isEqualByComparingTo(worth(1L, 2L, BOUGHT, AGREED).current());

        Worth withoutPurchases = worth(null, 2L, BOUGHT, AGREED);
        assertThat(potential(withoutPurchases)).isCloseTo(potential(worth(1L, 2L, List.of(), AGREED)), within(1e-9));
        assertThat(withoutPurchases.ground()).isEqualTo(Ground.NO_ACCEPTED_FIT);
        assertThat(withoutPurchases.alive()).isNull();
    }

    @Test
    void without_any_fit_nothing_is_said_of_what_is_to_come() {
        for (Worth worth : List.of(worth(null, null, BOUGHT, List.of()), worth(null, null, BOUGHT, AGREED))) {
            assertThat(worth.potential()).isNull();
            assertThat(worth.low()).isNull();
            assertThat(worth.high()).isNull();
            assertThat(worth.ground()).isEqualTo(Ground.NO_ACCEPTED_FIT);
        }
        // 3 sales of 22.35 at a rate of 0.4, and 5 months of 10
        assertThat(worth(null, null, BOUGHT, AGREED).current()).isEqualByComparingTo("76.82");
    }

    @Test
    void a_buyer_is_worth_what_was_worked_out_by_another_way() {
        Worth buyer = worth(1L, null, BOUGHT, List.of());
        double spend = SPEND.expected(2, 22.35);
        double value = 0;
        for (int month = 1; month <= 36; month++) {
            double gain = BUYING.expected(month * 365.25 / 12 / 7, 2, 213, 272)
                    - BUYING.expected((month - 1) * 365.25 / 12 / 7, 2, 213, 272);
            value += gain * spend * 0.4 * Math.pow(1.1, -month / 12.0);
        }
        assertThat(potential(buyer)).isCloseTo(value, within(0.0001));
        assertThat(buyer.expectedSpend()).isCloseTo(24.65, within(0.1));
        assertThat(buyer.alive()).isCloseTo(BUYING.alive(2, 213, 272), within(1e-12));
    }
}
