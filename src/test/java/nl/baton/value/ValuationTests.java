package nl.baton.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import nl.baton.base.UtcTime;
import nl.baton.customer.Customers;
import nl.baton.database.DatabaseTest;
import nl.baton.security.SystemWork;
import nl.baton.value.CustomerValue.Worth;
import nl.baton.value.Fitting.Fitted;
import nl.baton.value.ValueFit.Kind;
import nl.baton.value.ValueFit.Verdict;
import nl.baton.value.model.BgNbd;
import nl.baton.value.model.Buyer;
import nl.baton.value.model.GammaGamma;
import nl.baton.value.model.Ground;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Outlook;
import nl.baton.value.model.PurchaseCounts;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.SpendCounts;
import nl.baton.value.model.Tier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole way from stored purchases to stored values, as of a day long before those of other tests. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValuationTests {

    private final ValuedCdnow cdnow = new ValuedCdnow("cdnow-" + UUID.randomUUID());

    @Autowired
    private Purchases purchases;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Customers customers;

    @Autowired
    private Fitting fitting;

    @Autowired
    private FitTable fits;

    @Autowired
    private Valuation valuation;

    @Autowired
    private ValuationSteps steps;

    @Autowired
    private CustomerValueQuery values;

    @Autowired
    private JdbcClient jdbc;

    private int scoring;

    @BeforeAll
    void storeAndValue() {
        cdnow.store(purchases, contracts, customers);
        begin();
        steps.all(() -> false);
    }

    @AfterAll
    void remove() {
        cdnow.remove(jdbc);
    }

    /** As {@link Valuation#request()} does, as of another day and without a node that takes it up. */
    private void begin() {
        var now = UtcTime.of(Instant.now());
        scoring = jdbc.sql("SELECT COALESCE(MAX(scoring), 0) + 1 FROM value_scoring")
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at,
                            changed_at)
                        VALUES (?, 'BUILDING', 'FIT', ?, 0, (SELECT COUNT(*) FROM customer), 0, ?, ?)""").params(scoring, ValuedCdnow.DAY, now, now).update();
    }

    private Worth worth(String customer) {
        return Objects.requireNonNull(value(customer).worth());
    }

    private CustomerValue value(String customer) {
        return values.find(cdnow.id(jdbc, customer)).orElseThrow();
    }

    private BgNbd.Fit inMemory() {
        var counts = new PurchaseCounts.Builder();
        cdnow.buyers.forEach(counts::add);
        return BgNbd.fit(counts.build());
    }

    private GammaGamma spendInMemory() {
        var counts = new SpendCounts.Builder();
        cdnow.buyers.forEach(counts::add);
        return (GammaGamma) GammaGamma.fit(counts.build()).model();
    }

    @Test
    void what_is_fitted_to_stored_purchases_is_what_is_fitted_to_the_file() {
        Fitted fitted = fitting.fit(ValuedCdnow.DAY, done -> {});
        ValueFit fit = fitted.fits().stream()
                .filter(any -> any.kind() == Kind.PURCHASES && any.currency().equals("EUR"))
                .findFirst()
                .orElseThrow();

        assertThat(fit.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(fit.customers()).isEqualTo(cdnow.buyers.size());
        assertThat(fit.repeats())
                .isEqualTo(cdnow.buyers.stream()
                        .filter(buyer -> buyer.repeats() > 0)
                        .count());
        ValueFit.Purchases found = Objects.requireNonNull(fit.purchases());
        assertThat(found.bgNbd().r()).isCloseTo(inMemory().model().r(), within(1e-6));
        assertThat(found.bgNbd().b()).isCloseTo(inMemory().model().b(), within(1e-5));
        assertThat(found.maximum().logLikelihood())
                .isCloseTo(inMemory().maximum().logLikelihood(), within(1e-6));
        assertThat(Objects.requireNonNull(found.gammaGamma()).q())
                .isCloseTo(spendInMemory().q(), within(1e-5));
        assertThat(found.correlation().n()).isEqualTo(fit.repeats());
        Basis.OfCurrency euro = fitted.basis().of("EUR");
        assertThat(euro.marginRate()).isEqualByComparingTo("0.4");
        assertThat(euro.marginStated()).isTrue();
        assertThat(euro.withoutContracts()).isEqualTo(Ground.TOO_FEW_CONTRACTS);
        assertThat(fitted.basis().of("USD").withoutPurchases()).isEqualTo(Ground.TOO_FEW_BUYERS);
    }

    @Test
    void a_customer_who_came_back_is_worth_what_the_models_say() {
        BgNbd model = inMemory().model();
        GammaGamma spend = spendInMemory();
        int found = 0;
        for (int i = 0; i < cdnow.buyers.size() - 1; i += 40) {
            Buyer buyer = cdnow.buyers.get(i);
            Worth worth = worth("C" + 4 * (i + 1));
            double potential =
                    0.4 * new Outlook(model).discounted(buyer) * spend.expected(buyer.repeats(), buyer.spend());
            CustomerValue.Quadrant quadrant = worth.direct().potential();
            assertThat(Objects.requireNonNull(quadrant.value()).doubleValue())
                    .isCloseTo(potential, within(0.001 + 1e-5 * potential));
            assertThat(quadrant.ground()).isEqualTo(Ground.MODEL);
            assertThat(quadrant.n()).isEqualTo(cdnow.buyers.size());
            assertThat(quadrant.asOf()).isEqualTo(ValuedCdnow.DAY);
            assertThat(quadrant.low()).isNotNull();
            assertThat(quadrant.high()).isGreaterThanOrEqualTo(quadrant.low());
            assertThat(worth.purchaseDays()).isEqualTo(buyer.repeats() + 1);
            assertThat(worth.expectedPurchases()).isNotNull();
            if (buyer.repeats() == 0) {
                assertThat(worth.alive()).isNull();
            } else {
                found++;
                assertThat(worth.aliveGround()).isEqualTo(Ground.MODEL);
                assertThat(worth.alive())
                        .isCloseTo(model.alive(buyer.repeats(), buyer.recency(), buyer.age()), within(1e-5));
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void customers_of_whom_little_can_be_said_get_an_answer_with_its_ground() {
        Worth one = worth("one");
        assertThat(one.direct().current().value()).isEqualByComparingTo("40");
        assertThat(one.direct().current().ground()).isEqualTo(Ground.COUNTED);
        assertThat(one.alive()).isNull();
        assertThat(one.aliveGround()).isEqualTo(Ground.ONE_PURCHASE);
        assertThat(one.stage()).isEqualTo(LifecycleStage.NEW);
        assertThat(one.silence()).isEqualTo(10);

        Worth prospect = worth("prospect");
        assertThat(value("prospect").tier()).isNull();
        assertThat(prospect.stage()).isEqualTo(LifecycleStage.PROSPECT);
        assertThat(prospect.direct().potential().ground()).isEqualTo(Ground.NO_PURCHASE);
        assertThat(prospect.direct().potential().value()).isNull();
        assertThat(prospect.rfm()).isNull();
        assertThat(prospect.aliveGround()).isEqualTo(Ground.NO_PURCHASE);

        Worth returned = worth("returned");
        assertThat(value("returned").tier()).isEqualTo(Tier.C);
        assertThat(returned.direct().potential().ground()).isEqualTo(Ground.ALL_RETURNED);
        assertThat(returned.direct().current().value()).isEqualByComparingTo("0");
        assertThat(returned.rfm()).isNull();
        assertThat(returned.aliveGround()).isEqualTo(Ground.ALL_RETURNED);

        Worth running = worth("running");
        assertThat(running.direct().current().value()).isEqualByComparingTo("90");
        assertThat(running.direct().potential().value()).isNull();
        assertThat(running.direct().potential().ground()).isEqualTo(Ground.TOO_FEW_CONTRACTS);
        assertThat(running.stage()).isEqualTo(LifecycleStage.ACTIVE);
        assertThat(running.silence()).isNull();

        Worth ended = worth("ended");
        assertThat(ended.direct().current().value()).isEqualByComparingTo("20");
        assertThat(ended.direct().potential().value()).isEqualByComparingTo("0");
        assertThat(ended.direct().potential().ground()).isEqualTo(Ground.COUNTED);
        assertThat(ended.stage()).isEqualTo(LifecycleStage.LOST);

        Worth abroad = worth("abroad");
        assertThat(value("abroad").tier()).isEqualTo(Tier.C);
        assertThat(abroad.direct().current().value()).isNull();
        assertThat(abroad.abroad()).hasSize(1);
        assertThat(abroad.abroad().getFirst().currency()).isEqualTo("USD");
        assertThat(abroad.abroad().getFirst().current().value()).isEqualByComparingTo("20");
        assertThat(abroad.abroad().getFirst().potential().ground()).isEqualTo(Ground.TOO_FEW_BUYERS);
    }

    private record Ranked(
            LocalDate last, int days, BigDecimal net, int recency, int frequency, int monetary, RfmSegment segment) {}

    @Test
    void scores_and_names_are_those_of_the_definition() {
        List<Ranked> all = jdbc.sql("SELECT * FROM customer_value WHERE scoring = ? AND purchase_days > 0")
                .param(live())
                .query((row, n) -> new Ranked(
                        row.getObject("last_purchase", LocalDate.class),
                        row.getInt("purchase_days"),
                        row.getBigDecimal("net"),
                        row.getInt("recency_score"),
                        row.getInt("frequency_score"),
                        row.getInt("monetary_score"),
                        RfmSegment.valueOf(row.getString("rfm_segment"))))
                .list();
        assertThat(all).hasSize(cdnow.buyers.size());
        for (Ranked customer : all) {
            assertThat(customer.recency).isEqualTo(score(all, other -> other.last.compareTo(customer.last)));
            assertThat(customer.frequency).isEqualTo(score(all, other -> other.days - customer.days));
            assertThat(customer.monetary).isEqualTo(score(all, other -> other.net.compareTo(customer.net)));
            assertThat(customer.segment)
                    .isEqualTo(RfmSegment.of(customer.recency, customer.frequency, customer.monetary));
        }
    }

    private static int score(List<Ranked> all, ToIntFunction<Ranked> compared) {
        double worse =
                all.stream().filter(other -> compared.applyAsInt(other) < 0).count();
        double equal =
                all.stream().filter(other -> compared.applyAsInt(other) == 0).count();
        return 1 + (int) Math.floor(5 * (worse + equal / 2) / all.size());
    }

    private record Tiered(BigDecimal total, Tier tier) {}

    @Test
    void tiers_are_those_of_the_definition() {
        List<Tiered> all = jdbc.sql("""
                        SELECT total_value, tier FROM customer_value WHERE scoring = ? AND total_value IS NOT NULL""")
                .param(live())
                .query((row, n) -> new Tiered(row.getBigDecimal(1), Tier.valueOf(row.getString(2))))
                .list();
        assertThat(all).hasSize(cdnow.buyers.size() + 4);
        for (Tiered customer : all) {
            double better = all.stream()
                    .filter(other -> other.total.compareTo(customer.total) > 0)
                    .count();
            Tier tier = customer.total.signum() <= 0
                    ? Tier.C
                    : better / all.size() < 0.1 ? Tier.A : better / all.size() < 0.3 ? Tier.B : Tier.C;
            assertThat(customer.tier).isEqualTo(tier);
        }
    }

    private int live() {
        return jdbc.sql("SELECT scoring FROM value_scoring WHERE state = 'LIVE'")
                .query(Integer.class)
                .single();
    }

    @Test
    void one_that_was_stopped_in_the_middle_goes_on_and_comes_out_the_same() {
        List<String> before = rows();
        int former = live();
        begin();
        int stops = 0;
        // what is counted for the fits is counted in one piece, a look at each two thousand of all customers there are
        long enough =
                3 + jdbc.sql("SELECT COUNT(*) FROM customer").query(Long.class).single() / 2_000;
        while (valuationUnderWay()) {
            var looks = new AtomicInteger();
            try {
                steps.all(() -> looks.incrementAndGet() > enough);
            } catch (IllegalStateException stopped) {
                stops++;
                assertThat(live()).isEqualTo(former);
            }
            assertThat(stops).isLessThan(200);
        }

        assertThat(live()).isEqualTo(scoring).isNotEqualTo(former);
        assertThat(rows()).isEqualTo(before);
        assertThat(value("one").asOf()).isEqualTo(ValuedCdnow.DAY);
    }

    private boolean valuationUnderWay() {
        return SystemWork.call(valuation::underWay).isPresent();
    }

    private List<String> rows() {
        return jdbc.sql("""
                        SELECT v.customer_id, stage, tier, rfm_segment, potential_value, potential_low, potential_high, alive
                        FROM customer_value v JOIN customer c ON c.id = v.customer_id
                        WHERE scoring = ? AND c.source = ? ORDER BY v.customer_id""")
                .params(live(), cdnow.source)
                .query((row, n) -> {
                    var texts = new ArrayList<String>();
                    for (int i = 1; i <= 8; i++) {
                        texts.add(row.getString(i));
                    }
                    return String.valueOf(texts);
                })
                .list();
    }

    @Test
    void who_was_taken_for_dead_writes_nothing_any_more() {
        begin();
        var elsewhere = new AtomicBoolean();
        assertThatThrownBy(() -> steps.all(() -> {
                    // as soon as customers are scored, somebody else has scored some
                    if (!elsewhere.get()) {
                        elsewhere.set(jdbc.sql(
                                                "UPDATE value_scoring SET next_customer = 5 WHERE scoring = ? AND step = 'SCORE'")
                                        .param(scoring)
                                        .update()
                                == 1);
                    }
                    return false;
                }))
                .isInstanceOf(IllegalStateException.class);
        jdbc.sql("DELETE FROM customer_value WHERE scoring = ?").param(scoring).update();
        jdbc.sql("DELETE FROM customer_value_abroad WHERE scoring = ?")
                .param(scoring)
                .update();
        jdbc.sql("DELETE FROM value_scoring WHERE scoring = ?").param(scoring).update();
    }

    @Test
    void the_former_fit_stays_until_one_passes_and_ends_when_there_are_too_few() {
        ValueFit first = fit(Verdict.ACCEPTED);
        assertThat(fits.inUse("XTS", Kind.PURCHASES)).contains(first);
        fit(Verdict.HELD_OUT_MISSED);
        fit(Verdict.NOT_CONVERGED);
        assertThat(fits.inUse("XTS", Kind.PURCHASES)).contains(first);
        ValueFit second = fit(Verdict.ACCEPTED);
        assertThat(fits.inUse("XTS", Kind.PURCHASES)).contains(second);
        assertThat(fits.find(first.id())).contains(first);
        fit(Verdict.TOO_FEW);
        assertThat(fits.inUse("XTS", Kind.PURCHASES)).isEmpty();
    }

    private ValueFit fit(Verdict verdict) {
        var fit = new ValueFit(
                fits.nextId(),
                Kind.PURCHASES,
                "XTS",
                Instant.parse("2026-01-01T00:00:00Z"),
                ValuedCdnow.DAY,
                verdict,
                500,
                200,
                null,
                null);
        fits.insert(fit);
        return fit;
    }

    @Test
    void a_stored_fit_is_read_as_it_was_written() {
        Fitted fitted = fitting.fit(ValuedCdnow.DAY, done -> {});
        fitted.fits().forEach(fits::insert);
        for (ValueFit fit : fitted.fits()) {
            assertThat(fits.find(fit.id())).contains(fit);
        }
    }

    @Test
    void values_that_were_replaced_are_taken_away() {
        begin();
        int former = live();
        steps.all(() -> false);
        jdbc.sql("UPDATE value_scoring SET changed_at = ? WHERE scoring = ?")
                .params(UtcTime.of(Instant.now().minusSeconds(3_600)), former)
                .update();
        jdbc.sql("DELETE FROM membership_run").update();
        jdbc.sql("INSERT INTO membership_run (of_day, scoring, taken_at) VALUES (?, ?, CURRENT_TIMESTAMP)")
                .params(LocalDate.EPOCH, former)
                .update();
        steps.sweep();
        assertThat(count(former)).as("while it is compared with").isPositive();

        // what compares works behind the scenes as well
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            jdbc.sql("DELETE FROM membership_run").update();
            steps.sweep();
            return count(former) == 0;
        });
        assertThat(count(live())).isPositive();
    }

    private long count(int which) {
        return jdbc.sql("SELECT COUNT(*) FROM customer_value WHERE scoring = ?")
                .param(which)
                .query(Long.class)
                .single();
    }
}
