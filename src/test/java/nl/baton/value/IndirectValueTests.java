package nl.baton.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.baton.base.UtcTime;
import nl.baton.customer.Customers;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Reach;
import nl.baton.customer.Referral;
import nl.baton.database.DatabaseTest;
import nl.baton.feedback.FeedbackItems;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.NewFeedback;
import nl.baton.journey.CaseKey;
import nl.baton.security.SystemWork;
import nl.baton.value.CustomerValue.Indirect;
import nl.baton.value.model.Ground;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers bring through others, of random customers, against a second computation from the rows as they are stored. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndirectValueTests {

    private static final LocalDate DAY = LocalDate.of(1995, 6, 30);
    private static final LocalDate YEAR_AGO = DAY.minusYears(1);
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int SIZE = 260;

    @Autowired
    private Purchases purchases;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Customers customers;

    @Autowired
    private FeedbackItems feedback;

    @Autowired
    private ValuationSteps steps;

    @Autowired
    private CustomerValueQuery values;

    @Autowired
    private JdbcClient jdbc;

    private final String key = "indirect-" + UUID.randomUUID().toString().substring(0, 8);
    private final Random random = new Random(3);

    @BeforeAll
    void storeAndValue() {
        var people = new ArrayList<NewCustomer>();
        var bought = new ArrayList<NewPurchase>();
        var agreed = new ArrayList<NewContract>();
        var said = new ArrayList<NewFeedback>();
        for (int i = 0; i < SIZE; i++) {
            people.add(person(i));
            buy(i, bought, agreed);
            for (int n = random.nextInt(5); n > 0; n--) {
                said.add(answer(i, n));
            }
        }
        SystemWork.run(() -> {
            customers.store(people);
            purchases.store(bought);
            contracts.store(agreed);
            feedback.store(said);
        });
        var now = UtcTime.of(Instant.now());
        jdbc.sql("""
                        INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at,
                            changed_at)
                        SELECT COALESCE(MAX(scoring), 0) + 1, 'BUILDING', 'FIT', ?, 0, 0, 0, ?, ? FROM value_scoring""").params(DAY, now, now).update();
        steps.all(() -> false);
    }

    @AfterAll
    void remove() {
        for (String table : List.of("purchase", "contract", "feedback")) {
            jdbc.sql("DELETE FROM " + table + " WHERE source = ?").param(key).update();
        }
        jdbc.sql("DELETE FROM customer_referral WHERE customer_id IN (SELECT id FROM customer WHERE source = ?)")
                .param(key)
                .update();
    }

    private Instant moment() {
        LocalDate day = LocalDate.of(1993, 1, 1).plusDays(random.nextInt(1_000));
        return day.atTime(random.nextInt(24), random.nextInt(60)).atZone(ZONE).toInstant();
    }

    private NewCustomer person(int i) {
        var by = new ArrayList<Referral>();
        for (int n = i % 3; n > 0; n--) {
            // now and then oneself, or the same one twice
            by.add(new Referral(
                    "K" + (random.nextInt(9) == 0 ? i : random.nextInt(Math.min(SIZE, 40))),
                    BigDecimal.valueOf(1 + random.nextInt(4)),
                    moment()));
        }
        return NewCustomer.of(key, "K" + i, NewCustomer.Kind.PERSON, "Person " + i)
                .reach(random.nextInt(3) == 0 ? null : new Reach(random.nextInt(120), moment()))
                .referredBy(by)
                .build();
    }

    private void buy(int i, List<NewPurchase> bought, List<NewContract> agreed) {
        for (int n = random.nextInt(6); n > 0; n--) {
            bought.add(new NewPurchase(
                    key,
                    "P" + i + "-" + n,
                    "K" + i,
                    moment(),
                    BigDecimal.valueOf(20 + random.nextInt(200)),
                    random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(60)),
                    random.nextInt(12) == 0 ? "USD" : "EUR",
                    random.nextInt(7) == 0 ? NewPurchase.Kind.RETURN : NewPurchase.Kind.SALE,
                    null));
        }
        if (random.nextInt(4) == 0) {
            LocalDate start = LocalDate.of(1993, 1, 31).plusDays(random.nextInt(700));
            agreed.add(new NewContract(
                    key,
                    "C" + i,
                    "K" + i,
                    BigDecimal.TEN,
                    BigDecimal.valueOf(1 + random.nextInt(9)),
                    "EUR",
                    start,
                    random.nextBoolean() ? null : start.plusDays(random.nextInt(500)),
                    null));
        }
    }

    private NewFeedback answer(int i, int n) {
        return NewFeedback.said(
                key,
                "F" + i + "-" + n,
                "K" + i,
                new CaseKey(key, key, "c" + i),
                FeedbackKind.NPS,
                random.nextInt(3) == 0 ? random.nextInt(9) : 9 + random.nextInt(2),
                null,
                moment());
    }

    /** All that counts, read as it is stored and worked out anew, without anything that the product computes with. */
    private final class Anew {
        private final Map<Long, List<Map<String, Object>>> deals = new HashMap<>();
        private final Map<Long, TreeMap<String, Integer>> answers = new HashMap<>();
        private final Map<Long, Integer> reach = new HashMap<>();
        private final Map<Long, Map<Long, Object[]>> referrers = new HashMap<>();
        private double rate = 1;

        Anew() {
            double margins = 0;
            double amounts = 0;
            for (Map<String, Object> row : jdbc.sql("SELECT * FROM purchase WHERE currency = 'EUR'")
                    .query()
                    .listOfRows()) {
                if (!day(row.get("purchased_at")).isAfter(DAY)) {
                    deals.computeIfAbsent(number(row, "customer_id"), id -> new ArrayList<>())
                            .add(row);
                    if (row.get("margin") != null && row.get("kind").equals("SALE")) {
                        margins += decimal(row, "margin");
                        amounts += decimal(row, "amount");
                    }
                }
            }
            rate = BigDecimal.valueOf(margins / amounts)
                    .setScale(6, RoundingMode.HALF_EVEN)
                    .doubleValue();
            for (Map<String, Object> row : jdbc.sql("SELECT * FROM contract WHERE currency = 'EUR'")
                    .query()
                    .listOfRows()) {
                if (!date(row, "started_on").isAfter(DAY)) {
                    deals.computeIfAbsent(number(row, "customer_id"), id -> new ArrayList<>())
                            .add(row);
                }
            }
            for (Map<String, Object> row : jdbc.sql("SELECT * FROM feedback WHERE kind = 'NPS'")
                    .query()
                    .listOfRows()) {
                if (row.get("customer_id") != null
                        && !day(row.get("received_at")).isAfter(DAY)) {
                    answers.computeIfAbsent(number(row, "customer_id"), id -> new TreeMap<>())
                            .put(
                                    row.get("received_at") + "%019d".formatted(number(row, "id")),
                                    ((Number) row.get("score")).intValue());
                }
            }
            for (Map<String, Object> row : jdbc.sql("SELECT id, reach_people, reach_at FROM customer")
                    .query()
                    .listOfRows()) {
                if (row.get("reach_people") != null && !day(row.get("reach_at")).isAfter(DAY)) {
                    reach.put(number(row, "id"), ((Number) row.get("reach_people")).intValue());
                }
            }
            referred();
        }

        private void referred() {
            for (Map<String, Object> row :
                    jdbc.sql("SELECT * FROM customer_referral").query().listOfRows()) {
                long customer = number(row, "customer_id");
                long referrer = number(row, "referrer_id");
                LocalDate on = day(row.get("referred_at"));
                if (customer != referrer && !on.isAfter(DAY)) {
                    referrers
                            .computeIfAbsent(customer, id -> new HashMap<>())
                            .merge(referrer, new Object[] {decimal(row, "weight"), on}, (one, other) -> new Object[] {
                                (double) one[0] + (double) other[0],
                                ((LocalDate) one[1]).isBefore((LocalDate) other[1]) ? one[1] : other[1]
                            });
                }
            }
        }

        private long number(Map<String, Object> row, String column) {
            return ((Number) row.get(column)).longValue();
        }

        private double decimal(Map<String, Object> row, String column) {
            return ((BigDecimal) row.get(column)).doubleValue();
        }

        private LocalDate date(Map<String, Object> row, String column) {
            return ((java.sql.Date) row.get(column)).toLocalDate();
        }

        private LocalDate day(Object moment) {
            LocalDateTime utc =
                    moment instanceof java.sql.Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) moment;
            return utc.atZone(ZoneOffset.UTC).withZoneSameInstant(ZONE).toLocalDate();
        }

        /** Of a customer in the last year, from a day on. */
        double current(long customer, LocalDate from) {
            double sum = 0;
            for (Map<String, Object> row : deals.getOrDefault(customer, List.of())) {
                if (row.containsKey("monthly")) {
                    LocalDate start = date(row, "started_on");
                    for (int month = 0; month < 60; month++) {
                        LocalDate due = start.plusMonths(month);
                        boolean within = row.get("ended_on") == null || !due.isAfter(date(row, "ended_on"));
                        if (within && due.isAfter(YEAR_AGO) && !due.isAfter(DAY) && !due.isBefore(from)) {
                            sum += decimal(row, "margin");
                        }
                    }
                } else {
                    LocalDate on = day(row.get("purchased_at"));
                    if (on.isAfter(YEAR_AGO) && !on.isBefore(from)) {
                        double margin =
                                row.get("margin") == null ? rate * decimal(row, "amount") : decimal(row, "margin");
                        sum += row.get("kind").equals("SALE") ? margin : -margin;
                    }
                }
            }
            return sum;
        }

        private boolean bought(long customer) {
            return deals.getOrDefault(customer, List.of()).stream()
                    .anyMatch(
                            row -> row.containsKey("monthly") || row.get("kind").equals("SALE"));
        }

        private double part(Map<Long, Object[]> shares, long referrer) {
            double all = shares.values().stream()
                    .mapToDouble(share -> (double) share[0])
                    .sum();
            return (double) shares.get(referrer)[0] / all;
        }

        Map<Long, double[]> throughReferrals() {
            Map<Long, double[]> found = new HashMap<>();
            referrers.forEach((customer, shares) -> shares.forEach((referrer, share) -> {
                double[] sum = found.computeIfAbsent(referrer, id -> new double[2]);
                sum[0]++;
                sum[1] += part(shares, referrer) * current(customer, (LocalDate) share[1]);
            }));
            return found;
        }

        private boolean promoter(long customer) {
            return answers.containsKey(customer)
                    && answers.get(customer).lastEntry().getValue() >= 9;
        }

        /** Value, low and high; null where it cannot be told. */
        double[] potential(long customer) {
            int last = answers.get(customer).lastEntry().getValue();
            double n = 0;
            double next = 0;
            for (TreeMap<String, Integer> all : answers.values()) {
                List<Integer> scores = List.copyOf(all.values());
                for (int i = 1; i < scores.size(); i++) {
                    if ((scores.get(i - 1) > 8) == (last > 8) && (scores.get(i - 1) < 7) == (last < 7)) {
                        n++;
                        next += scores.get(i) > 8 ? 1 : 0;
                    }
                }
            }
            Set<Long> promoters = new HashSet<>(answers.keySet());
            promoters.removeIf(id -> !promoter(id));
            double mean = promoters.stream()
                    .filter(reach::containsKey)
                    .mapToInt(reach::get)
                    .average()
                    .orElse(0);
            double brought = 0;
            for (Map<Long, Object[]> shares : referrers.values()) {
                for (Map.Entry<Long, Object[]> share : shares.entrySet()) {
                    if (promoter(share.getKey()) && ((LocalDate) share.getValue()[1]).isAfter(YEAR_AGO)) {
                        brought += part(shares, share.getKey());
                    }
                }
            }
            double worth = deals.keySet().stream()
                    .filter(this::bought)
                    .mapToDouble(id -> current(id, LocalDate.EPOCH))
                    .average()
                    .orElse(0);
            if (n < 10 || mean == 0) {
                return null;
            }
            double each = reach.get(customer) / mean * brought / promoters.size() * worth;
            double p = next / n;
            double z2 = 1.96 * 1.96;
            double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
            double half = 1.96 / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
            return new double[] {
                p * each,
                Math.min((middle - half) * each, (middle + half) * each),
                Math.max((middle - half) * each, (middle + half) * each)
            };
        }
    }

    @Test
    void both_quadrants_are_what_the_rows_say_worked_out_a_second_time() {
        var anew = new Anew();
        Map<Long, double[]> through = anew.throughReferrals();
        int referred = 0;
        int told = 0;
        for (long id : jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(key)
                .query(Long.class)
                .list()) {
            Indirect found = values.find(id).orElseThrow().worth().indirect();
            double[] current = through.getOrDefault(id, new double[2]);
            assertThat(found.current().n()).isEqualTo((long) current[0]);
            assertThat(found.current().value().doubleValue()).isCloseTo(current[1], within(0.01));
            assertThat(found.current().asOf()).isEqualTo(DAY);
            referred += current[0] > 0 ? 1 : 0;
            if (!anew.answers.containsKey(id)) {
                assertThat(found.potential().ground()).isEqualTo(Ground.NO_ANSWER);
            } else if (!anew.reach.containsKey(id)) {
                assertThat(found.potential().ground()).isEqualTo(Ground.NO_REACH);
            } else if (anew.potential(id) == null) {
                assertThat(found.potential().ground()).isEqualTo(Ground.TOO_FEW_ANSWERS);
                assertThat(found.potential().value()).isNull();
            } else {
                told++;
                double[] potential = anew.potential(id);
                assertThat(found.potential().ground()).isEqualTo(Ground.MODEL);
                assertThat(found.potential().value().doubleValue()).isCloseTo(potential[0], within(0.001));
                assertThat(found.potential().low().doubleValue()).isCloseTo(potential[1], within(0.001));
                assertThat(found.potential().high().doubleValue()).isCloseTo(potential[2], within(0.001));
                assertThat(found.recommendation().score())
                        .isEqualTo(anew.answers.get(id).lastEntry().getValue());
                assertThat(found.recommendation().reach()).isEqualTo(anew.reach.get(id));
            }
        }
        assertThat(referred).isGreaterThan(20);
        assertThat(told).isGreaterThan(40);
    }

    @Test
    void who_is_referred_stands_with_the_referrer_the_latest_first() {
        long most = jdbc.sql("""
                        SELECT r.referrer_id FROM customer_referred r JOIN value_scoring s ON s.scoring = r.scoring
                        WHERE s.state = 'LIVE' GROUP BY r.referrer_id ORDER BY COUNT(*) DESC LIMIT 1""").query(Long.class).single();
        Indirect found = values.find(most).orElseThrow().worth().indirect();
        assertThat(found.referred())
                .hasSize((int) Math.min(Indirect.MOST_REFERRED, found.current().n()));
        assertThat(found.referred())
                .isSortedAccordingTo((one, other) -> other.on().compareTo(one.on()));
        assertThat(found.referred().stream()
                        .map(CustomerValue.Referred::current)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(found.current().value());
    }
}
