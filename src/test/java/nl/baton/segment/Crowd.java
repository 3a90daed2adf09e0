package nl.baton.segment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.baton.base.PausedWork;
import nl.baton.base.UtcTime;
import nl.baton.customer.Customers;
import nl.baton.customer.NewCustomer;
import nl.baton.feedback.FeedbackKind;
import nl.baton.security.SystemWork;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers of whom all is known in memory too, so that what the database says of them can be checked. */
final class Crowd {

    static final int SIZE = 120;
    static final long TYPES = 8_800_001;
    private static final long LANES = 8_700_000_000L;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PausedWork takings;
    final Instant now;
    final String key = "crowd-" + UUID.randomUUID().toString().substring(0, 8);
    final List<Person> people = new ArrayList<>();
    int scoring;
    private List<Integer> liveBefore = List.of();

    /** What is known of one. */
    static final class Person {
        long id;
        NewCustomer.Kind kind = NewCustomer.Kind.PERSON;

        @Nullable
        String home;

        @Nullable
        String lifeStage;

        @Nullable
        String channel;

        @Nullable
        LifecycleStage stage;

        @Nullable
        Tier tier;

        @Nullable
        RfmSegment rfm;

        @Nullable
        BigDecimal total;

        @Nullable
        Double alive;

        final Set<Long> openTypes = new HashSet<>();
        final Map<Long, Integer> begunDaysAgo = new HashMap<>();

        @Nullable
        String openRule;

        @Nullable
        String brokenRule;

        int brokenDaysAgo = -1;
        boolean overdue;

        @Nullable
        Integer lastNps;

        boolean complaint;
        int complaintDaysAgo = -1;
        boolean consents;

        /** What the source calls it; may be an address. */
        String number = "";

        boolean addressed;
        final List<Integer> campaignsDaysAgo = new ArrayList<>();

        @Nullable
        String wish;
    }

    /** Members are taken down only when the test says so. */
    Crowd(JdbcClient jdbc, Customers store, SchedulerClient scheduler, Clock clock, long seed) {
        this.takings = new PausedWork(scheduler, "segment-members");
        this.jdbc = jdbc;
        this.clock = clock;
        this.now = clock.instant();
        Random random = new Random(seed);
        SystemWork.run(() -> store.store(IntStream.range(0, SIZE)
                .mapToObj(i -> NewCustomer.of(
                                key,
                                "K" + i,
                                i % 3 == 0 ? NewCustomer.Kind.COMPANY : NewCustomer.Kind.PERSON,
                                "Kim Geheim" + i)
                        .build())
                .toList()));
        List<Long> ids = jdbc.sql("SELECT id FROM customer WHERE source = ? ORDER BY id")
                .param(key)
                .query(Long.class)
                .list();
        jdbc.sql(
                        "INSERT INTO lane (id, grain, from_id, to_id, from_department_id, to_department_id) VALUES (?, 'DEPARTMENT', ?, ?, ?, ?)")
                .params(LANES + ids.getFirst(), from(ids), to(ids), from(ids), to(ids))
                .update();
        for (int i = 0; i < SIZE; i++) {
            var person = new Person();
            person.id = ids.get(i);
            person.kind = kind(person.id);
            person.number = number(person.id);
            people.add(person);
            describe(person, random);
            serve(person, random);
            hear(person, random);
        }
        value(random);
    }

    private static long from(List<Long> ids) {
        return LANES + 2 * ids.getFirst();
    }

    private static long to(List<Long> ids) {
        return LANES + 2 * ids.getFirst() + 1;
    }

    /** The one lane of all handoffs. */
    long lane() {
        return LANES + people.getFirst().id;
    }

    long from() {
        return LANES + 2 * people.getFirst().id;
    }

    private NewCustomer.Kind kind(long id) {
        return NewCustomer.Kind.valueOf(jdbc.sql("SELECT kind FROM customer WHERE id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private String number(long id) {
        return jdbc.sql("SELECT external_id FROM customer WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private Object ago(int days) {
        return UtcTime.of(now.minus(Duration.ofDays(days)).minus(Duration.ofHours(2)));
    }

    private void describe(Person person, Random random) {
        if (random.nextBoolean()) {
            person.home = random.nextBoolean() ? "koop" : "huur";
            jdbc.sql("""
                            INSERT INTO customer_attribute (customer_id, place, attribute_key, attribute_value, source, stated_at)
                            VALUES (?, 90, ?, ?, 'x', ?)""")
                    .params(person.id, "woning " + key, person.home, ago(9))
                    .update();
        }
        if (random.nextBoolean()) {
            person.lifeStage = key + (random.nextBoolean() ? "gezin" : "student");
            jdbc.sql("UPDATE customer SET life_stage = ? WHERE id = ?")
                    .params(person.lifeStage, person.id)
                    .update();
        }
        if (random.nextBoolean()) {
            prefer(person, "E-mail", 20, false);
            person.channel = "E-mail";
            int after = random.nextInt(3);
            if (after > 0) {
                person.channel = after == 1 ? null : "Telefoon";
                prefer(person, person.channel, 5, true);
            }
        }
        if (random.nextBoolean()) {
            boolean first = random.nextBoolean();
            consent(person, "customer_consent (customer_id, place, source, purpose, granted, stated_at)", first, 30);
            person.consents = first;
            if (random.nextBoolean()) {
                // at the same moment: the one that refuses holds
                boolean again = random.nextBoolean();
                consent(person, "customer_own_consent (customer_id, purpose, granted, stated_at)", again, 30);
                person.consents = first && again;
            }
        }
    }

    private void prefer(Person person, @Nullable String channel, int daysAgo, boolean own) {
        if (own) {
            jdbc.sql(
                            "INSERT INTO customer_own_preference (customer_id, kind, preference_value, stated_at) VALUES (?, ?, ?, ?)")
                    .param(person.id)
                    .param("CHANNEL")
                    .param(channel)
                    .param(ago(daysAgo))
                    .update();
        } else {
            jdbc.sql("""
                            INSERT INTO customer_preference (customer_id, place, kind, preference_value, valid_from, origin)
                            VALUES (?, 90, 'CHANNEL', ?, ?, 'STATED')""").params(person.id, channel, ago(daysAgo)).update();
        }
    }

    private void consent(Person person, String table, boolean granted, int daysAgo) {
        boolean own = table.startsWith("customer_own");
        jdbc.sql("INSERT INTO " + table + (own ? " VALUES (?, ?, ?, ?)" : " VALUES (?, 90, 'x', ?, ?, ?)"))
                .params(
                        person.id,
                        "mail " + key,
                        granted,
                        UtcTime.of(now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(daysAgo))))
                .update();
    }

    private void serve(Person person, Random random) {
        long journey = 8_800_000_000L + person.id * 10;
        if (random.nextInt(3) == 0) {
            long type = TYPES + random.nextInt(2);
            int begun = 3 + random.nextInt(40);
            person.openTypes.add(type);
            person.begunDaysAgo.put(type, begun);
            journey(journey, person, type, begun, null);
        }
        if (random.nextInt(3) == 0) {
            person.brokenDaysAgo = 3 + random.nextInt(50);
            person.brokenRule = random.nextBoolean() ? "LATE_PICKUP" : "OVERRUN";
            boolean open = random.nextBoolean();
            journey(journey + 1, person, TYPES, 60, open ? null : 1);
            if (open) {
                person.openTypes.add(TYPES);
            }
            handoff(journey + 1, person.brokenDaysAgo, person.brokenRule);
            person.openRule = open && person.brokenDaysAgo < 30 ? person.brokenRule : null;
            if (random.nextInt(4) == 0) {
                verdict(journey + 1, person.brokenRule);
                person.openRule = null;
            }
        }
        if (random.nextInt(6) == 0) {
            person.overdue = true;
            journey(journey + 2, person, TYPES, 70, 1);
            jdbc.sql("""
                            INSERT INTO pending_pass (journey_id, generation, grain, lane_id, journey_type_id,
                                passing_touchpoint_id, passed_at, overdue_at, chases, cancelled, agreed_ms)
                            SELECT ?, generation, 'DEPARTMENT', 1, 1, 1, ?, ?, 0, FALSE, 0 FROM figures_generation
                            WHERE state = 'LIVE'""").params(journey + 2, ago(3), ago(2)).update();
        }
    }

    private void journey(long id, Person person, long type, int begunDaysAgo, @Nullable Integer closedDaysAgo) {
        jdbc.sql("""
                        INSERT INTO journey (id, journey_type_id, source, case_number, customer_id, opened_at, last_at, closed_at,
                            touchpoints, cases, several_customers, beginning)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 1, FALSE, 0)""")
                .param(id)
                .param(type)
                .param(key)
                .param("" + id)
                .param(person.id)
                .param(ago(begunDaysAgo))
                .param(ago(1))
                .param(closedDaysAgo == null ? null : ago(closedDaysAgo))
                .update();
    }

    private void handoff(long journey, int daysAgo, String rule) {
        jdbc.sql("""
                        INSERT INTO handoff (id, generation, journey_id, journey_type_id, grain, sequence_number, lane_id,
                            passing_touchpoint_id, pickup_touchpoint_id, passed_at, picked_up_at, pickup_day, wait_ms,
                            business_wait_ms, explicit_pass, chases, ping_pong, is_return, bounced, first_on_lane, firsts,
                            broken, marked)
                        SELECT ?, generation, ?, ?, 'DEPARTMENT', 1, ?, 1, ?, ?, ?, ?, 0, 0, FALSE, 0, FALSE, FALSE, FALSE,
                            TRUE, 0, TRUE, TRUE FROM figures_generation WHERE state = 'LIVE'""")
                .params(
                        journey,
                        journey,
                        TYPES,
                        lane(),
                        journey,
                        ago(daysAgo),
                        ago(daysAgo),
                        LocalDate.ofInstant(
                                now.minus(Duration.ofDays(daysAgo)).minus(Duration.ofHours(2)), ZoneOffset.UTC))
                .update();
        jdbc.sql("INSERT INTO finding (handoff_id, rule, touchpoints, known, dismissed) VALUES (?, ?, '1', 'L', FALSE)")
                .params(journey, rule)
                .update();
    }

    private void verdict(long pickup, String rule) {
        jdbc.sql("""
                        INSERT INTO finding_verdict (pickup_touchpoint_id, rule, state, reason, decided_by, decided_at)
                        VALUES (?, ?, 'MENDED', 'x', 'x', ?)""").params(pickup, rule, ago(1)).update();
    }

    private void hear(Person person, Random random) {
        if (random.nextBoolean()) {
            feedback(person, FeedbackKind.NPS, 3, 40, "NEW");
            person.lastNps = 3;
            if (random.nextBoolean()) {
                person.lastNps = 9;
                feedback(person, FeedbackKind.NPS, 9, 10, "NEW");
            }
        }
        if (random.nextInt(4) == 0) {
            person.complaintDaysAgo = 1 + random.nextInt(30);
            person.complaint = random.nextBoolean();
            feedback(
                    person,
                    FeedbackKind.COMPLAINT,
                    null,
                    person.complaintDaysAgo,
                    person.complaint ? "TOLD" : "CLOSED");
        }
    }

    private void feedback(Person person, FeedbackKind kind, @Nullable Integer score, int daysAgo, String status) {
        jdbc.sql("""
                        INSERT INTO feedback (id, source, external_id, customer_id, kind, score, received_at, status, arrived_at)
                        SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM feedback""")
                .param(key)
                .param(person.id + kind.name() + daysAgo)
                .param(person.id)
                .param(kind.name())
                .param(score)
                .param(ago(daysAgo))
                .param(status)
                .param(ago(daysAgo))
                .update();
    }

    private void value(Random random) {
        liveBefore = jdbc.sql("SELECT scoring FROM value_scoring WHERE state = 'LIVE'")
                .query(Integer.class)
                .list();
        jdbc.sql("UPDATE value_scoring SET state = 'RETIRED' WHERE state = 'LIVE'")
                .update();
        scoring = jdbc.sql("SELECT COALESCE(MAX(scoring), 0) + 1 FROM value_scoring")
                .query(Integer.class)
                .single();
        revalue(scoring, random);
    }

    /** Another valuation, which is shown once it is whole. */
    void revalue(int next, Random random) {
        scoring = next;
        for (Person person : people) {
            person.stage = LifecycleStage.values()[random.nextInt(LifecycleStage.values().length)];
            person.tier = random.nextInt(5) == 0 ? null : Tier.values()[random.nextInt(3)];
            person.rfm = random.nextBoolean() ? RfmSegment.values()[random.nextInt(RfmSegment.values().length)] : null;
            person.total = person.tier == null ? null : BigDecimal.valueOf(random.nextInt(2_000) - 100L);
            person.alive = random.nextBoolean() ? (Double) (random.nextInt(100) / 100.0) : null;
            jdbc.sql("""
                            INSERT INTO customer_value (scoring, customer_id, stage, purchase_days, running_contracts, tier,
                                rfm_segment, total_value, current_value, alive, potential_ground)
                            VALUES (?, ?, ?, 1, 0, ?, ?, ?, ?, ?, 'MODEL')""")
                    .param(scoring)
                    .param(person.id)
                    .param(person.stage.name())
                    .param(person.tier == null ? null : person.tier.name())
                    .param(person.rfm == null ? null : person.rfm.name())
                    .param(person.total)
                    .param(person.total)
                    .param(person.alive)
                    .update();
        }
        jdbc.sql("UPDATE value_scoring SET state = 'RETIRED', changed_at = ? WHERE state = 'LIVE'")
                .param(UtcTime.of(clock.instant()))
                .update();
        jdbc.sql("""
                        INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at,
                            changed_at, basis, tiers)
                        VALUES (?, 'LIVE', 'RANK', ?, 0, 0, 0, ?, ?, '{}', '{}')""")
                .params(scoring, LocalDate.ofInstant(now, ZoneOffset.UTC), ago(1), ago(1))
                .update();
    }

    /** Some are known by an address, some had campaigns, and what is known of some holds an address. */
    void beForCampaigns(Random random) {
        List<String> wishes = List.of("tuin", "=1+1", "kim@" + key + ".example", "bel 06 1234 5678", "020 123 45 67");
        for (Person person : people) {
            if (!person.consents && random.nextBoolean()) {
                // what was said last holds
                jdbc.sql("DELETE FROM customer_own_consent WHERE customer_id = ?")
                        .param(person.id)
                        .update();
                consent(person, "customer_own_consent (customer_id, purpose, granted, stated_at)", true, 3);
                person.consents = true;
            }
            if (random.nextInt(8) == 0) {
                person.addressed = true;
                call(
                        person,
                        random.nextBoolean() ? person.id + "@" + key + ".example" : "06-" + (12_345_678 + person.id));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                int daysAgo = 1 + random.nextInt(40);
                person.campaignsDaysAgo.add(daysAgo);
                contact(person, i, "OUTBOUND", "CAMPAIGN", daysAgo);
            }
            contact(person, 5, "OUTBOUND", "SERVICE", 1);
            contact(person, 6, "INBOUND", "CAMPAIGN", 1);
            person.wish = wishes.get(people.indexOf(person) % wishes.size());
            jdbc.sql("""
                            INSERT INTO customer_attribute (customer_id, place, attribute_key, attribute_value, source,
                                stated_at)
                            VALUES (?, 91, ?, ?, 'x', ?)""").params(person.id, "wens " + key, person.wish, ago(9)).update();
        }
    }

    private void call(Person person, String number) {
        person.number = number;
        jdbc.sql("UPDATE customer SET external_id = ? WHERE id = ?")
                .params(number, person.id)
                .update();
    }

    private void contact(Person person, int n, String direction, String purpose, int daysAgo) {
        long id = 8_800_000_000L + person.id * 10 + n;
        jdbc.sql("""
                        INSERT INTO touchpoint (id, case_id, source, external_id, file_position, started_at, direction, purpose,
                            customer_id, arrived_at, via)
                        VALUES (?, 0, ?, ?, 0, ?, ?, ?, ?, ?, 'API')""")
                .params(id, key, "" + id, ago(daysAgo), direction, purpose, person.id, ago(daysAgo))
                .update();
    }

    /** What was shown before is shown again. */
    void leave() {
        Set<Long> ids = Set.copyOf(people.stream().map(person -> person.id).toList());
        List<Long> journeys = ids.stream()
                .flatMap(id -> IntStream.range(0, 3).mapToObj(i -> 8_800_000_000L + id * 10 + i))
                .toList();
        for (String sql : List.of(
                "DELETE FROM handoff WHERE id IN (:ids)",
                "DELETE FROM finding WHERE handoff_id IN (:ids)",
                "DELETE FROM finding_verdict WHERE pickup_touchpoint_id IN (:ids)",
                "DELETE FROM pending_pass WHERE journey_id IN (:ids)",
                "DELETE FROM journey WHERE id IN (:ids)")) {
            jdbc.sql(sql).param("ids", journeys).update();
        }
        jdbc.sql("DELETE FROM lane WHERE id = ?").param(lane()).update();
        jdbc.sql("DELETE FROM feedback WHERE source = ?").param(key).update();
        jdbc.sql("DELETE FROM touchpoint WHERE source = ?").param(key).update();
        jdbc.sql("DELETE FROM customer_value WHERE customer_id IN (:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("DELETE FROM value_scoring WHERE state = 'LIVE'").update();
        liveBefore.forEach(live -> jdbc.sql("UPDATE value_scoring SET state = 'LIVE' WHERE scoring = ?")
                .param(live)
                .update());
        takings.close();
    }
}
