package nl.baton.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import nl.baton.base.UtcTime;
import nl.baton.customer.Customers;
import nl.baton.database.DatabaseTest;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.value.ValuePicture.CohortStage;
import nl.baton.value.ValuePicture.Why;
import nl.baton.value.model.Concentration;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every figure of the value screen against counting all stored values one by one, and against its list. */
@DatabaseTest
@SignedInAs(Role.MARKETER)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValuePictureTests {

    private static final int PAGE = 37;

    private final ValuedCdnow cdnow = new ValuedCdnow("picture-" + UUID.randomUUID());

    @Autowired
    private Purchases purchases;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Customers customers;

    @Autowired
    private ValuationSteps steps;

    @Autowired
    private ValuePictures pictures;

    @Autowired
    private ValueLists lists;

    @Autowired
    private JdbcClient jdbc;

    private List<Stored> all;

    /** What is stored of one customer. */
    private record Stored(
            long customer,
            Tier tier,
            LifecycleStage stage,
            BigDecimal current,
            BigDecimal potential,
            BigDecimal low,
            BigDecimal high,
            BigDecimal total,
            Double alive,
            LocalDate first,
            int days,
            int contracts) {

        private BigDecimal atRisk() {
            return alive == null
                            || contracts > 0
                            || stage == LifecycleStage.LOST
                            || total == null
                            || total.signum() <= 0
                    ? null
                    : total.multiply(BigDecimal.valueOf(1 - alive));
        }
    }

    @BeforeAll
    void storeAndValue() {
        cdnow.store(purchases, contracts, customers);
        var now = UtcTime.of(Instant.now());
        jdbc.sql("""
                        INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at,
                            changed_at)
                        SELECT COALESCE(MAX(scoring), 0) + 1, 'BUILDING', 'FIT', ?, 0, 0, 0, ?, ? FROM value_scoring""").params(ValuedCdnow.DAY, now, now).update();
        steps.all(() -> false);
        all = jdbc.sql("""
                        SELECT v.* FROM customer_value v JOIN value_scoring s ON s.scoring = v.scoring
                        WHERE s.state = 'LIVE'""")
                .query((row, n) -> new Stored(
                        row.getLong("customer_id"),
                        row.getString("tier") == null ? null : Tier.valueOf(row.getString("tier")),
                        LifecycleStage.valueOf(row.getString("stage")),
                        row.getBigDecimal("current_value"),
                        row.getBigDecimal("potential_value"),
                        row.getBigDecimal("potential_low"),
                        row.getBigDecimal("potential_high"),
                        row.getBigDecimal("total_value"),
                        row.getObject("alive", Double.class),
                        row.getObject("first_dealing", LocalDate.class),
                        row.getInt("purchase_days"),
                        row.getInt("running_contracts")))
                .list();
    }

    @AfterAll
    void remove() {
        cdnow.remove(jdbc);
    }

    private ValuePicture picture() {
        return pictures.shown().orElseThrow().picture();
    }

    /** The whole list, page by page: as long as it says, nobody twice, and exactly those. */
    private List<ListedValue> listed(ValueSlice slice, Predicate<Stored> which) {
        var rows = new ArrayList<ListedValue>();
        long total = lists.page(slice, 0, 0).total();
        for (int from = 0; from < total; from += PAGE) {
            rows.addAll(lists.page(slice, from, PAGE).items());
        }
        assertThat(rows).as("%s", slice).hasSize((int) total);
        assertThat(rows).extracting(ListedValue::customer).doesNotHaveDuplicates();
        assertThat(new HashSet<>(rows.stream().map(ListedValue::customer).toList()))
                .as("%s", slice)
                .isEqualTo(new HashSet<>(
                        all.stream().filter(which).map(Stored::customer).toList()));
        assertThat(lists.page(slice, (int) total, PAGE).items()).isEmpty();
        return rows;
    }

    @Test
    void a_tier_in_a_stage_is_what_is_stored_of_its_customers() {
        for (Tier tier : Tier.values()) {
            listed(new ValueSlice.InStage(tier, null), each -> each.tier == tier);
            for (LifecycleStage stage : LifecycleStage.values()) {
                listed(new ValueSlice.InStage(tier, stage), each -> each.tier == tier && each.stage == stage);
            }
            ValuePicture.Worth worth = picture().worth(cell -> cell.tier() == tier);
            assertThat(worth.current())
                    .isEqualByComparingTo(all.stream()
                            .filter(each -> each.tier == tier && each.current != null)
                            .map(Stored::current)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(worth.potential())
                    .isEqualByComparingTo(all.stream()
                            .filter(each -> each.tier == tier && each.potential != null)
                            .map(Stored::potential)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            double squares = all.stream()
                    .filter(each -> each.tier == tier && each.high != null)
                    .mapToDouble(each -> Math.pow(each.high.subtract(each.low).doubleValue(), 2))
                    .sum();
            assertThat(worth.high() - worth.low()).isCloseTo(Math.sqrt(squares), within(1e-3));
        }
        listed(new ValueSlice.InStage(null, LifecycleStage.PROSPECT), each -> each.stage == LifecycleStage.PROSPECT);
        listed(new ValueSlice.InStage(null, null), each -> true);
    }

    @Test
    void the_best_so_many_percent_come_first_and_hold_what_the_curve_says() {
        List<BigDecimal> best = all.stream()
                .map(Stored::total)
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .toList();
        double held = best.stream()
                .mapToDouble(value -> Math.max(0, value.doubleValue()))
                .sum();
        for (Concentration.Point point : picture().concentration().points()) {
            assertThat(point.customers()).isEqualTo((best.size() * point.percent() + 99L) / 100);
            assertThat(point.share())
                    .isCloseTo(
                            best.stream()
                                            .limit(point.customers())
                                            .mapToDouble(value -> Math.max(0, value.doubleValue()))
                                            .sum()
                                    / held,
                            within(1e-9));
        }
        List<ListedValue> half = new ArrayList<>();
        var slice = new ValueSlice.Best(50);
        long n = lists.page(slice, 0, 0).total();
        for (int from = 0; from < n; from += PAGE) {
            half.addAll(lists.page(slice, from, PAGE).items());
        }
        assertThat(half).hasSize((best.size() + 1) / 2);
        assertThat(half.stream().map(this::total).toList())
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(best.subList(0, half.size()));
    }

    private BigDecimal total(ListedValue row) {
        return all.stream()
                .filter(each -> each.customer == row.customer())
                .findFirst()
                .orElseThrow()
                .total;
    }

    @Test
    void every_band_of_p_alive_holds_its_customers_and_the_rest_say_why_there_is_none() {
        for (int tenth = 0; tenth < ValuePicture.BANDS; tenth++) {
            double from = tenth / 10.0;
            double to = tenth == ValuePicture.BANDS - 1 ? 2 : (tenth + 1) / 10.0;
            listed(
                    new ValueSlice.AliveBand(tenth),
                    each -> each.alive != null && each.alive >= from && each.alive < to);
        }
        Predicate<Stored> untold = each -> each.alive == null && each.total != null;
        listed(new ValueSlice.AliveNotTold(Why.CONTRACT_RUNS), untold.and(each -> each.contracts > 0));
        listed(
                new ValueSlice.AliveNotTold(Why.ONE_PURCHASE),
                untold.and(each -> each.contracts == 0 && each.days == 1));
        listed(new ValueSlice.AliveNotTold(Why.NO_PURCHASE), untold.and(each -> each.contracts == 0 && each.days == 0));
        listed(new ValueSlice.AliveNotTold(Why.NO_FIT), untold.and(each -> each.contracts == 0 && each.days > 1));
        assertThat(picture().alive().stream()
                                .mapToLong(ValuePicture.Band::customers)
                                .sum()
                        + picture().notTold().stream()
                                .mapToLong(ValuePicture.NotTold::customers)
                                .sum())
                .isEqualTo(picture().concentration().customers());
    }

    @Test
    void a_cohort_holds_who_began_in_its_quarter() {
        assertThat(picture().cohorts().stream()
                        .mapToLong(CohortStage::customers)
                        .sum())
                .isEqualTo(all.stream().filter(each -> each.first != null).count());
        picture().cohorts().stream().map(CohortStage::quarter).distinct().forEach(quarter -> {
            Predicate<Stored> in = each -> each.first != null
                    && each.first.getYear() == quarter.getYear()
                    && each.first.get(IsoFields.QUARTER_OF_YEAR) == quarter.get(IsoFields.QUARTER_OF_YEAR);
            listed(new ValueSlice.Cohort(quarter, null), in);
            for (ValueSlice.Now now : ValueSlice.Now.values()) {
                listed(
                        new ValueSlice.Cohort(quarter, now),
                        in.and(each -> now.stages().contains(each.stage)));
            }
        });
    }

    @Test
    void who_may_be_slipping_away_comes_by_what_would_be_lost() {
        List<ListedValue> rows = listed(new ValueSlice.Risk(), each -> each.atRisk() != null);
        assertThat(rows)
                .isSortedAccordingTo(Comparator.comparing(ListedValue::atRisk).reversed());
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            Stored stored = all.stream()
                    .filter(each -> each.customer == row.customer())
                    .findFirst()
                    .orElseThrow();
            assertThat(row.atRisk()).isCloseTo(stored.atRisk(), within(new BigDecimal("0.0001")));
            assertThat(row.alive()).isEqualTo(stored.alive);
        });
        assertThat(picture().atRisk().sum())
                .isEqualByComparingTo(rows.stream().map(ListedValue::atRisk).reduce(BigDecimal.ZERO, BigDecimal::add));
        // with a contract that runs nobody has slipped away
        assertThat(rows).noneMatch(row -> row.customer() == cdnow.id(jdbc, "running"));
    }

    @Test
    void values_that_are_replaced_take_their_picture_along() {
        int live = jdbc.sql("SELECT scoring FROM value_scoring WHERE state = 'LIVE'")
                .query(Integer.class)
                .single();
        var before = UtcTime.of(Instant.now().minusSeconds(3600));
        jdbc.sql("UPDATE value_scoring SET changed_at = ? WHERE state = 'RETIRED'")
                .param(before)
                .update();
        steps.sweep();
        assertThat(jdbc.sql("SELECT scoring FROM value_picture")
                        .query(Integer.class)
                        .list())
                .containsExactly(live);
    }
}
