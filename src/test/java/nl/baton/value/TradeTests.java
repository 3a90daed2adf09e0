package nl.baton.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.value.History.Line;
import nl.baton.value.History.Term;
import nl.baton.value.NewPurchase.Kind;
import nl.baton.value.model.Buyer;
import nl.baton.value.model.Months;
import nl.baton.value.model.Retention.Running;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers dealt, worked out by hand. */
class TradeTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final int DAY = (int) TODAY.toEpochDay();
    private static final BigDecimal RATE = new BigDecimal("0.5");

    private static Line line(
            String id, int daysAgo, String amount, @Nullable String margin, Kind kind, @Nullable String refersTo) {
        return new Line(
                "shop",
                id,
                DAY - daysAgo,
                new BigDecimal(amount),
                margin == null ? null : new BigDecimal(margin),
                "EUR",
                kind,
                refersTo);
    }

    private static Line sale(String id, int daysAgo, String amount, @Nullable String margin) {
        return line(id, daysAgo, amount, margin, Kind.SALE, null);
    }

    private static Line back(String id, int daysAgo, String amount, @Nullable String margin, @Nullable String of) {
        return line(id, daysAgo, amount, margin, Kind.RETURN, of);
    }

    private static Trade trade(Line... lines) {
        return Objects.requireNonNull(
                Trade.of(new History(1, false, List.of(lines), List.of())).get("EUR"));
    }

    private static Trade trade(Term... contracts) {
        return Objects.requireNonNull(
                Trade.of(new History(1, false, List.of(), List.of(contracts))).get("EUR"));
    }

    private static Term contract(String margin, String start, @Nullable String end) {
        return new Term(
                new BigDecimal(margin), "EUR", LocalDate.parse(start), end == null ? null : LocalDate.parse(end));
    }

    @Test
    void purchases_of_one_day_are_one() {
        Trade trade = trade(
                sale("1", 30, "5", null), sale("2", 20, "7", null), sale("3", 20, "3", null), sale("4", 5, "4", null));

        assertThat(trade.days()).containsExactly(DAY - 30, DAY - 20, DAY - 5);
        assertThat(trade.buyer(DAY)).isEqualTo(new Buyer(2, 25, 30, 7));
        assertThat(trade.buyer(DAY - 6)).isEqualTo(new Buyer(1, 10, 24, 10));
        assertThat(trade.buyer(DAY - 30)).isEqualTo(new Buyer(0, 0, 0, 0));
        assertThat(trade.buyer(DAY - 31)).isNull();
        assertThat(trade.daysAfter(DAY - 20)).isEqualTo(1);
    }

    @Test
    void a_sale_that_went_back_as_a_whole_is_none_and_one_that_went_back_in_part_is_less() {
        Trade trade = trade(
                sale("1", 30, "50", null),
                sale("2", 20, "40", null),
                back("3", 19, "15", null, "2"),
                back("4", 18, "25", null, "2"),
                sale("5", 10, "30", null),
                back("6", 2, "10", null, "5"));

        assertThat(trade.days()).containsExactly(DAY - 30, DAY - 10);
        assertThat(trade.buyer(DAY)).isEqualTo(new Buyer(1, 20, 30, 20));
        assertThat(trade.net()).isEqualByComparingTo("70");
        assertThat(trade.allReturned()).isFalse();
        assertThat(trade(sale("1", 30, "50", null), back("2", 2, "50", null, "1"))
                        .allReturned())
                .isTrue();
    }

    @Test
    void a_sale_for_nothing_is_a_purchase_until_it_goes_back() {
        assertThat(trade(sale("1", 30, "0", null)).days()).hasSize(1);
        assertThat(trade(sale("1", 30, "0", null), back("2", 2, "0", null, "1")).days())
                .isEmpty();
    }

    @Test
    void a_return_that_names_no_sale_of_the_customer_makes_no_sale_undone() {
        Trade trade =
                trade(sale("1", 30, "50", null), back("2", 2, "80", null, "unknown"), back("3", 1, "5", null, null));

        assertThat(trade.days()).hasSize(1);
        assertThat(trade.net()).isEqualByComparingTo("-35");
        assertThat(trade.current(TODAY, RATE)).isEqualByComparingTo("-17.5");
        assertThat(trade(back("1", 3, "10", null, null)).dealt()).isFalse();
    }

    @Test
    void current_is_the_margin_of_twelve_months_each_on_its_day() {
        Trade trade = trade(
                sale("1", 365, "1000", "900"), // a year ago to the day: before the period
                sale("2", 364, "100", "20"),
                sale("3", 50, "10", null), // at the rate: 5
                back("4", 40, "50", null, "2"), // half of the sale, half of its margin: -10
                back("5", 30, "4", "3", "3"), // says so itself: -3
                back("6", 20, "2", null, null), // of no known sale, at the rate: -1
                back("7", 10, "100", null, "1"), // of a sale before the period: a tenth of its margin, -90
                sale("8", 1, "10", "-4"));

        assertThat(trade.current(TODAY, RATE)).isEqualByComparingTo("-83");
    }

    @Test
    void currencies_are_told_apart_and_a_return_in_another_one_undoes_nothing() {
        var inDollars = new Line("shop", "2", DAY - 1, new BigDecimal("50"), null, "USD", Kind.RETURN, "1");
        Map<String, Trade> trades =
                Trade.of(new History(1, false, List.of(sale("1", 30, "50", null), inDollars), List.of()));

        assertThat(trades.keySet()).containsExactly("EUR", "USD");
        assertThat(trades.get("EUR").days()).hasSize(1);
        assertThat(trades.get("USD").net()).isEqualByComparingTo("-50");
        assertThat(trades.get("USD").dealt()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // start, end, due days until today, due in the last 12 months, months it can still last; none: not
                // running
                "2026-06-30, none,       1,  1, 36",
                "2026-05-31, none,       2,  2, 36", // on the 30th of a month without a 31st
                "2025-07-01, none,       12, 12, 36",
                "2025-06-30, none,       13, 12, 36",
                "2020-01-15, none,       78, 12, 36",
                "2026-01-31, 2026-06-29, 5,  5, none", // January 31, and the last days up to May
                "2026-01-31, 2026-06-30, 6,  6, 0",
                "2026-01-10, 2026-09-09, 6,  6, 2",
                "2026-01-10, 2026-09-10, 6,  6, 3",
                "2024-01-10, 2025-06-30, 18, 0, none",
                "2024-01-10, 2025-07-10, 19, 1, none"
            })
    void a_contract_is_due_on_the_day_of_the_month_on_which_it_began(
            String start, String end, int due, int lately, Integer more) {
        Trade trade = trade(contract("10", start, end));

        assertThat(contract("10", start, end).dueUntil(TODAY)).isEqualTo(due);
        assertThat(trade.current(TODAY, RATE)).isEqualByComparingTo(BigDecimal.valueOf(10L * lately));
        assertThat(trade.running(TODAY))
                .isEqualTo(more == null ? List.of() : List.of(new Running(due, Math.min(more, Months.AHEAD), 10)));
    }
}
