package nl.baton.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.baton.base.Page;
import nl.baton.customer.Customers;
import nl.baton.customer.NewCustomer;
import nl.baton.database.DatabaseTest;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.segment.RfmCustomers.Scored;
import nl.baton.segment.RfmCustomers.Which;
import nl.baton.segment.RfmPicture.Cell;
import nl.baton.segment.RfmPicture.Total;
import nl.baton.value.model.RfmSegment;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Each count of the picture leads to exactly as many customers; who may see what. */
@DatabaseTest
class RfmTests {

    private static final int BUYERS = 250;
    private static final LocalDate DAY = LocalDate.of(1996, 3, 31);
    private static final String NONE = "{\"thresholds\":[1,2,3,4],\"n\":" + BUYERS + "}";

    @Autowired
    private RfmFigures figures;

    @Autowired
    private RfmCustomers customers;

    @Autowired
    private Customers store;

    @Autowired
    private JdbcClient jdbc;

    private final String key = "rfm-" + UUID.randomUUID().toString().substring(0, 8);
    private List<Integer> liveBefore;
    private int scoring;
    private List<Long> ids;

    @BeforeEach
    void customersOfAllScores() {
        SystemWork.run(() -> store.store(IntStream.range(0, BUYERS)
                .mapToObj(i -> NewCustomer.of(key, "K" + i, NewCustomer.Kind.PERSON, "Kim Geheim" + i)
                        .build())
                .toList()));
        ids = jdbc.sql("SELECT id FROM customer WHERE source = ? ORDER BY id")
                .param(key)
                .query(Long.class)
                .list();
        liveBefore = jdbc.sql("SELECT scoring FROM value_scoring WHERE state = 'LIVE'")
                .query(Integer.class)
                .list();
        jdbc.sql("UPDATE value_scoring SET state = 'RETIRED' WHERE state = 'LIVE'")
                .update();
        scoring = jdbc.sql("SELECT COALESCE(MAX(scoring), 0) + 1 FROM value_scoring")
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at,
                            changed_at, basis, tiers)
                        VALUES (?, 'LIVE', 'RANK', ?, 0, 0, 0, ?, ?, ?, ?)""")
                .params(
                        scoring,
                        DAY,
                        Instant.EPOCH.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime(),
                        Instant.EPOCH.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime(),
                        "{\"asOf\":\"1996-03-31\",\"scores\":{\"recency\":%s,\"frequency\":%s,\"monetary\":%s}}"
                                .formatted(NONE, NONE, NONE),
                        "{\"a\":10,\"b\":5,\"n\":250}")
                .update();
        for (int i = 0; i < ids.size(); i++) {
            // all 125 cells twice
            jdbc.sql("""
                            INSERT INTO customer_value (scoring, customer_id, stage, purchase_days, running_contracts,
                                recency_score, frequency_score, monetary_score, rfm_segment, current_value, potential_value,
                                total_value, potential_ground)
                            VALUES (?, ?, 'ACTIVE', 1, 0, ?, ?, ?, ?, ?, ?, ?, 'MODEL')""")
                    .params(
                            scoring,
                            ids.get(i),
                            1 + i % 5,
                            1 + i / 5 % 5,
                            1 + i / 25 % 5,
                            RfmSegment.of(1 + i % 5, 1 + i / 5 % 5, 1 + i / 25 % 5)
                                    .name(),
                            BigDecimal.valueOf(i),
                            i % 2 == 0 ? BigDecimal.TEN : null,
                            BigDecimal.valueOf(i % 2 == 0 ? i + 10 : i))
                    .update();
        }
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        jdbc.sql("DELETE FROM customer_value WHERE scoring = ?").param(scoring).update();
        jdbc.sql("DELETE FROM value_scoring WHERE scoring = ?").param(scoring).update();
        liveBefore.forEach(live -> jdbc.sql("UPDATE value_scoring SET state = 'LIVE' WHERE scoring = ?")
                .param(live)
                .update());
    }

    private static void as(Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_270, "rfm tester", Set.of(roles), null));
    }

    @Test
    void each_cell_and_each_segment_leads_to_exactly_its_customers() {
        as(Role.MARKETER);
        RfmPicture picture = figures.picture().orElseThrow();

        assertThat(picture.asOf()).isEqualTo(DAY);
        assertThat(picture.customers()).isEqualTo(BUYERS);
        assertThat(picture.cells()).hasSize(25);
        var seen = new HashSet<Long>();
        for (Cell cell : picture.cells()) {
            Page<Scored> page = customers.of(new Which.OfCell(cell.recency(), cell.both()), 0, 1000);
            assertThat(page.total()).isEqualTo(cell.customers());
            assertThat(page.items()).hasSize((int) cell.customers());
            assertThat(page.items()).allMatch(one -> seen.add(one.customer()));
            assertThat(page.items().stream().map(Scored::current).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(cell.current());
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
        var named = new HashSet<Long>();
        for (Total total : picture.totals()) {
            Page<Scored> page = customers.of(new Which.OfSegment(total.segment()), 0, 1000);
            assertThat(page.total())
                    .isEqualTo(total.customers())
                    .isEqualTo(page.items().size());
            assertThat(page.items()).allMatch(one -> named.add(one.customer()));
            assertThat(page.items())
                    .allMatch(one -> nl.baton.value.model.RfmSegment.of(one.recency(), one.frequency(), one.monetary())
                            == total.segment());
        }
        assertThat(named).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void the_list_comes_in_pages_the_most_valuable_first_by_their_names() {
        as(Role.MARKETER);
        Page<Scored> all = customers.of(new Which.OfCell(5, 5), 0, 100);
        Page<Scored> second = customers.of(new Which.OfCell(5, 5), 2, 2);

        assertThat(second.items()).isEqualTo(all.items().subList(2, 4));
        assertThat(second.total()).isEqualTo(all.total());
        assertThat(all.items().stream()
                        .map(one -> one.current()
                                .add(one.potential() == null ? BigDecimal.ZERO : one.potential())
                                .negate())
                        .toList())
                .isSorted();
        assertThat(all.items()).allMatch(one -> one.name() != null && one.name().contains("Geheim"));
    }

    @Test
    void before_the_first_valuation_there_is_no_picture_and_nobody_in_a_list() {
        jdbc.sql("UPDATE value_scoring SET state = 'RETIRED' WHERE scoring = ?")
                .param(scoring)
                .update();
        as(Role.MARKETER);

        assertThat(figures.picture()).isEmpty();
        assertThat(customers.of(new Which.OfCell(5, 5), 0, 10).total()).isZero();
    }

    @Test
    void a_score_that_does_not_exist_is_refused_by_name() {
        assertThatThrownBy(() -> new Which.OfCell(6, 1)).hasMessageContaining("recency");
        assertThatThrownBy(() -> new Which.OfCell(1, 0)).hasMessageContaining("both");
    }

    @ParameterizedTest
    @EnumSource
    void totals_are_for_marketers_and_executives_and_customers_for_marketers(Role role) {
        as(role);
        expect(EnumSet.of(Role.MARKETER, Role.EXECUTIVE).contains(role), figures::picture);
        expect(role == Role.MARKETER, () -> customers.of(new Which.OfCell(1, 1), 0, 10));
        if (role == Role.MARKETER || role == Role.EXECUTIVE) {
            assertThat(figures.leadsToCustomers()).isEqualTo(role == Role.MARKETER);
        }
    }

    private static void expect(boolean allowed, ThrowingCallable call) {
        if (allowed) {
            assertThatCode(call).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
    }
}
