package nl.baton.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.baton.feedback.FeedbackKind;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.segment.Condition;
import nl.baton.segment.SegmentPages;
import nl.baton.segment.Segments;
import nl.baton.segment.Trait;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Counts while somebody builds segments of the customers that were valued, and opens their pages. */
final class SegmentCounting {

    private static final int EDITS = 300;
    private static final int OPENED = 100;
    private static final int SEGMENTS = 10;
    private static final int SLOWEST = 12;
    private static final long PATIENCE_MS = 600_000;

    private final BenchMySql mysql;
    private final Segments segments;
    private final SegmentPages pages;
    private final Random random = new Random(3);

    SegmentCounting(BenchMySql mysql, ApplicationContext baton) {
        this.mysql = mysql;
        this.segments = baton.getBean(Segments.class);
        this.pages = baton.getBean(SegmentPages.class);
    }

    void measure() throws Exception {
        describe();
        SecurityContextHolder.setContext(SignedInAs.Factory.context(1, "bench", Set.of(Role.MARKETER), null));
        long asked = System.nanoTime();
        segments.prepare().get();
        System.out.printf("read ahead as the builder opens: %.1f s%n", (System.nanoTime() - asked) / 1e9);
        List<Trait> pool = traits();
        List<Double> first = new ArrayList<>();
        Map<Double, Trait> slowest = new TreeMap<>(Comparator.reverseOrder());
        for (Trait trait : pool) {
            double millis = millis(() -> segments.count(trait));
            first.add(millis);
            slowest.put(millis, trait);
        }
        say("each of " + pool.size() + " traits asked for the first time (aim: 300 ms)", first);
        slowest.entrySet().stream()
                .limit(SLOWEST)
                .forEach(trait -> System.out.printf("  %.0f ms: %s%n", trait.getKey(), trait.getValue()));
        List<Double> edits = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            Condition condition = tree(pool, 2);
            edits.add(millis(() -> segments.count(condition)));
        }
        say(EDITS + " conditions of up to nine of them", edits);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            ids.add(segments.add("bench " + i, tree(pool, 2)));
        }
        long begun = System.nanoTime();
        while (mysql.number("SELECT COUNT(*) FROM segment_figures") < SEGMENTS
                && System.nanoTime() - begun < PATIENCE_MS * 1_000_000) {
            Thread.sleep(500);
        }
        System.out.printf(
                "members and figures of %d segments taken within %.1f s of their making%n",
                SEGMENTS, (System.nanoTime() - begun) / 1e9);
        List<Double> opened = new ArrayList<>();
        for (int i = 0; i < OPENED; i++) {
            long id = ids.get(random.nextInt(SEGMENTS));
            opened.add(millis(() -> pages.find(id).orElseThrow()));
        }
        say(OPENED + " pages of segments (aim: p95 300 ms)", opened);
    }

    /** Sixty of a hundred consent, every fifth states a channel, most live in something, and some are served. */
    private void describe() throws Exception {
        mysql.run("""
                INSERT INTO customer_consent (customer_id, place, purpose, granted, stated_at, source)
                SELECT id, 0, 'mail', MOD(id, 5) <> 0, '2026-01-01', 'shop' FROM customer WHERE MOD(id, 10) < 8""");
        mysql.run("""
                INSERT INTO customer_attribute (customer_id, place, attribute_key, attribute_value, source, stated_at)
                SELECT id, 0, 'home', CASE WHEN MOD(id, 3) = 0 THEN 'own' ELSE 'rent' END, 'shop', '2026-01-01' FROM customer
                WHERE MOD(id, 10) < 9""");
        mysql.run("""
                INSERT INTO customer_preference (customer_id, place, kind, preference_value, valid_from, origin)
                SELECT id, 0, 'CHANNEL', CASE WHEN MOD(id, 2) = 0 THEN 'Phone' ELSE 'E-mail' END, '2026-01-01', 'STATED'
                FROM customer WHERE MOD(id, 5) = 0""");
        mysql.run("""
                INSERT INTO journey (id, journey_type_id, source, case_number, customer_id, opened_at, last_at, closed_at,
                    touchpoints, cases, several_customers, beginning)
                SELECT id, 1 + MOD(id, 7), 'shop', id, id, NOW() - INTERVAL MOD(id, 700) DAY,
                    NOW() - INTERVAL MOD(id, 40) DAY, CASE WHEN MOD(id, 9) = 0 THEN NULL ELSE NOW() END, 1, 1, FALSE, 0
                FROM customer""");
        mysql.run("""
                INSERT INTO feedback (id, source, external_id, customer_id, kind, score, received_at, status, arrived_at)
                SELECT id, 'shop', id, id, CASE WHEN MOD(id, 30) = 0 THEN 'COMPLAINT' ELSE 'NPS' END,
                    CASE WHEN MOD(id, 30) = 0 THEN NULL ELSE MOD(id, 11) END, NOW() - INTERVAL MOD(id, 400) DAY,
                    CASE WHEN MOD(id, 4) = 0 THEN 'NEW' ELSE 'CLOSED' END, NOW()
                FROM customer WHERE MOD(id, 6) = 0""");
    }

    private static List<Trait> traits() {
        List<Trait> all = new ArrayList<>();
        Arrays.stream(Tier.values()).forEach(tier -> all.add(new Trait.TierIs(Set.of(tier))));
        Arrays.stream(LifecycleStage.values()).forEach(stage -> all.add(new Trait.StageIs(Set.of(stage))));
        Arrays.stream(RfmSegment.values()).forEach(segment -> all.add(new Trait.RfmIs(Set.of(segment))));
        for (int amount : new int[] {20, 50, 100, 500}) {
            all.add(new Trait.WorthIs(Trait.WorthIs.Worth.TOTAL, BigDecimal.valueOf(amount), null));
            all.add(new Trait.WorthIs(Trait.WorthIs.Worth.CURRENT, null, BigDecimal.valueOf(amount)));
        }
        all.add(new Trait.AliveIs(new BigDecimal("0.5"), null));
        all.add(new Trait.AliveIs(null, new BigDecimal("0.5")));
        all.add(new Trait.ConsentTo("mail"));
        all.add(new Trait.AttributeIs("home", Set.of("own")));
        all.add(new Trait.AttributeIs("home", Set.of("rent")));
        all.add(new Trait.Prefers(Trait.Prefers.Wish.CHANNEL, "E-mail"));
        all.add(new Trait.JourneyOpen(null));
        all.add(new Trait.JourneyOpen(3L));
        all.add(new Trait.JourneyBegun(null, 30));
        all.add(new Trait.JourneyBegun(2L, 365));
        all.add(new Trait.FeedbackGiven(FeedbackKind.COMPLAINT, 90));
        all.add(new Trait.LastScore(FeedbackKind.NPS, 0, 6));
        all.add(new Trait.ComplaintOpen());
        all.add(new Trait.BreakdownOpen(null));
        return all;
    }

    private Condition tree(List<Trait> pool, int deepest) {
        if (deepest == 0) {
            Trait trait = pool.get(random.nextInt(pool.size()));
            return random.nextInt(4) == 0 ? new Condition.Not(trait) : trait;
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i <= 1 + random.nextInt(2); i++) {
            parts.add(tree(pool, deepest - 1));
        }
        return deepest % 2 == 0 ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private static double millis(Supplier<?> work) {
        long begun = System.nanoTime();
        work.get();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void say(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "%s: p50 %.0f, p95 %.0f, slowest %.0f ms%n",
                what, sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.95)), sorted.getLast());
    }
}
