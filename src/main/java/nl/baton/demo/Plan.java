package nl.baton.demo;

import static nl.baton.demo.Desk.BEHEER;
import static nl.baton.demo.Desk.FACTURATIE;
import static nl.baton.demo.Desk.INCASSO;
import static nl.baton.demo.Desk.INSTALLATIE;
import static nl.baton.demo.Desk.KLANTENSERVICE;
import static nl.baton.demo.Desk.MARKETING;
import static nl.baton.demo.Desk.PLANNING;
import static nl.baton.demo.Desk.VERKOOP;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is planted, and how often the rest goes wrong. The rest is written down too: each handoff that this company
 * breaks is recorded where it is made, so that a test can ask for exactly those.
 */
final class Plan {

    /** The default pick-up time, which is also what Verkoop and Planning have agreed. */
    static final Duration PICK_UP = Duration.ofHours(8);

    /** Of all handoffs that are not planted with it, this share is picked up late. */
    static final double LATE_ANYWAY = 0.040;
    /** Of all handoffs that are not planted with it, in this share the customer has to ask. */
    static final double CHASED_ANYWAY = 0.008;
    /** Who waits long, asks: of the late ones that were handed over in so many words, this share. */
    static final double CHASED_WHEN_LATE = 0.15;
    /** Handed over in so many words; the others just end and begin. */
    static final double EXPLICIT = 0.55;

    /** Beside so many overdue passes on a lane, one that has only just been handed over, and is none of anybody's worry. */
    static final int OVERDUE_PER_YOUNG = 3;

    static final List<Plant> PLANTS = List.of(
            Plant.share(VERKOOP, PLANNING, Rule.LATE_PICKUP, JourneyKind.HEAT_PUMP, 0.33),
            Plant.share(VERKOOP, PLANNING, Rule.LATE_PICKUP, JourneyKind.SOLAR, 0.30),
            Plant.share(VERKOOP, PLANNING, Rule.LATE_PICKUP, JourneyKind.BATTERY, 0.29),
            Plant.share(VERKOOP, PLANNING, Rule.LATE_PICKUP, JourneyKind.CHARGER, 0.27),
            Plant.share(KLANTENSERVICE, FACTURATIE, Rule.PING_PONG, JourneyKind.INVOICE, 0.80),
            Plant.share(INCASSO, KLANTENSERVICE, Rule.CUSTOMER_CHASED, JourneyKind.ARREARS, 0.40),
            Plant.share(INSTALLATIE, PLANNING, Rule.RETURNED, JourneyKind.HEAT_PUMP, 0.65),
            Plant.share(INSTALLATIE, PLANNING, Rule.RETURNED, JourneyKind.SOLAR, 0.55),
            Plant.share(INSTALLATIE, PLANNING, Rule.RETURNED, JourneyKind.BATTERY, 0.55),
            Plant.share(INSTALLATIE, PLANNING, Rule.RETURNED, JourneyKind.CHARGER, 0.55),
            Plant.share(VERKOOP, PLANNING, Rule.LOST_CONTEXT, JourneyKind.SOLAR, 0.35),
            Plant.share(PLANNING, BEHEER, Rule.OVERRUN, JourneyKind.HEAT_PUMP, 0.45),
            Plant.share(KLANTENSERVICE, FACTURATIE, Rule.ASKED_AGAIN, JourneyKind.INVOICE, 0.35),
            Plant.share(KLANTENSERVICE, FACTURATIE, Rule.CHANNEL_SWITCH, JourneyKind.INVOICE, 0.40),
            Plant.share(KLANTENSERVICE, FACTURATIE, Rule.REOPENED, JourneyKind.INVOICE, 0.16),
            Plant.share(MARKETING, VERKOOP, Rule.ABANDONED, JourneyKind.BATTERY, 0.40),
            Plant.share(KLANTENSERVICE, INSTALLATIE, Rule.BROKEN_PROMISE, JourneyKind.COMPLAINT, 0.40),
            Plant.share(INCASSO, KLANTENSERVICE, Rule.SOURED, JourneyKind.ARREARS, 0.45),
            Plant.count(PLANNING, INSTALLATIE, JourneyKind.HEAT_PUMP, 9),
            Plant.count(PLANNING, INSTALLATIE, JourneyKind.FAULT, 6),
            Plant.count(VERKOOP, PLANNING, JourneyKind.SOLAR, 8),
            Plant.count(KLANTENSERVICE, FACTURATIE, JourneyKind.INVOICE, 6),
            Plant.count(KLANTENSERVICE, BEHEER, JourneyKind.MOVE, 5),
            Plant.count(INSTALLATIE, FACTURATIE, JourneyKind.BATTERY, 4),
            Plant.count(INCASSO, KLANTENSERVICE, JourneyKind.ARREARS, 4));

    /** What becomes of a pass. A twist is what makes a near-miss, or a trap, of it. */
    record Fate(boolean explicit, boolean late, boolean chased, Twist twist) {}

    enum Twist {
        NONE,
        EXACTLY_EIGHT_HOURS,
        JUST_IN_TIME,
        ASKED_OUTSIDE_A_PASS,
        LAPSED,
        /** Handed over a second time, which must not start the clock again. */
        HANDED_OVER_TWICE
    }

    /** What Verkoop must have been told before Planning is handed an order. */
    static final String AGREED_FACT = "gewenste datum";

    /** Of other journeys, this share is followed by feedback, and of that this share is negative. */
    static final double SPOKEN_ANYWAY = 0.10;

    static final double NEGATIVE_ANYWAY = 0.35;

    private static final int AGREED_MONTHS_AGO = 9;

    /** Since when Verkoop and Planning have their agreement. */
    static Instant agreedSince(Instant present) {
        return present.atZone(Desk.ZONE).minusMonths(AGREED_MONTHS_AGO).toInstant();
    }

    private Plan() {}

    static boolean plants(Desk from, Desk to, Rule rule, JourneyKind kind) {
        return PLANTS.stream().anyMatch(plant -> plant.is(from, to, rule, kind));
    }

    /** The planted share, or else what happens anyway. */
    static double share(Desk from, Desk to, Rule rule, JourneyKind kind, double anyway) {
        for (Plant plant : PLANTS) {
            if (plant.is(from, to, rule, kind)) {
                return plant.share();
            }
        }
        return anyway;
    }

    /** The same on the lane of a pass. */
    static double share(Passed pass, Rule rule, JourneyKind kind, double anyway) {
        return share(pass.from(), pass.to(), rule, kind, anyway);
    }

    /** @param twistable false where the pass is broken or excused already, so that each case shows one thing */
    static Fate fate(Desk from, Desk to, JourneyKind kind, boolean twistable, RandomGenerator random) {
        boolean explicit = random.nextDouble() < EXPLICIT;
        boolean late = random.nextDouble() < share(from, to, Rule.LATE_PICKUP, kind, LATE_ANYWAY);
        if (late) {
            boolean chased = explicit && random.nextDouble() < CHASED_WHEN_LATE;
            boolean twice = explicit && random.nextDouble() < 0.2;
            return new Fate(explicit, true, chased, twice ? Twist.HANDED_OVER_TWICE : Twist.NONE);
        }
        if (random.nextDouble() < share(from, to, Rule.CUSTOMER_CHASED, kind, CHASED_ANYWAY)) {
            return new Fate(true, false, true, Twist.NONE);
        }
        double twist = random.nextDouble();
        if (!twistable || twist > 0.04) {
            return new Fate(explicit, false, false, Twist.NONE);
        }
        if (twist > 0.02) {
            return new Fate(false, false, false, Twist.ASKED_OUTSIDE_A_PASS);
        }
        if (twist > 0.012) {
            return new Fate(true, false, false, Twist.LAPSED);
        }
        return new Fate(explicit, false, false, twist > 0.006 ? Twist.JUST_IN_TIME : Twist.EXACTLY_EIGHT_HOURS);
    }
}
