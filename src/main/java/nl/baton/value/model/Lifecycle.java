package nl.baton.value.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The lifecycle stage of a customer at the end of a day, and what it follows from.
 *
 * @param silence days since the last purchase; empty for who never bought, or has a contract that runs
 * @param rhythm empty when nothing is known of it: then no silence is too long
 */
public record Lifecycle(LifecycleStage stage, Optional<Integer> silence, Optional<Rhythm> rhythm) {

    /** So many days long a customer is new, or won back. */
    public static final int RECENT_DAYS = 90;

    private static final double LOST = 6;
    private static final double DORMANT = 3;
    private static final double AT_RISK = 1.5;

    /** @param all how long buyers take to come back, as was known at the end of a day; asked for up to 90 days back */
    public static Lifecycle at(int day, Dealings whole, IntFunction<FirstGap> all) {
        Dealings known = whole.until(day);
        FirstGap gap = all.apply(day);
        Optional<Rhythm> rhythm = Rhythm.of(known.purchases(), gap);
        Optional<Integer> silence = known.runsOn(day) || known.purchases().length == 0
                ? Optional.empty()
                : Optional.of(day - known.lastPurchase());
        return new Lifecycle(stage(day, known, all, gap, silence, rhythm), silence, rhythm);
    }

    private static LifecycleStage stage(
            int day,
            Dealings known,
            IntFunction<FirstGap> all,
            FirstGap gap,
            Optional<Integer> silence,
            Optional<Rhythm> rhythm) {
        if (wonBack(day, known, all)) {
            return LifecycleStage.WON_BACK;
        }
        if (lost(day, known, gap)) {
            return LifecycleStage.LOST;
        }
        if (known.none()) {
            return LifecycleStage.PROSPECT;
        }
        if (day - known.first() < RECENT_DAYS) {
            return LifecycleStage.NEW;
        }
        if (silence.isEmpty() || rhythm.isEmpty()) {
            return LifecycleStage.ACTIVE;
        }
        if (silence.get() > DORMANT * rhythm.get().days()) {
            return LifecycleStage.DORMANT;
        }
        return atRisk(silence.get(), rhythm.get(), known, gap) ? LifecycleStage.AT_RISK : LifecycleStage.ACTIVE;
    }

    private static boolean atRisk(int silence, Rhythm rhythm, Dealings known, FirstGap gap) {
        if (known.purchases().length > 1) {
            return silence > AT_RISK * rhythm.days();
        }
        // beyond 3 × the rhythm such a customer is dormant already
        return gap.p90().isPresent() && silence > gap.p90().getAsInt();
    }

    /** A purchase or contract start of late, before which the customer was lost, by what was known then. */
    private static boolean wonBack(int day, Dealings known, IntFunction<FirstGap> all) {
        return IntStream.concat(Arrays.stream(known.purchases()), Arrays.stream(known.starts()))
                .filter(moment -> day - moment < RECENT_DAYS && moment > known.first())
                .distinct()
                .anyMatch(moment -> lost(moment - 1, known.until(moment - 1), all.apply(moment - 1)));
    }

    private static boolean lost(int day, Dealings known, FirstGap gap) {
        if (known.runsOn(day)) {
            return false;
        }
        if (known.hasContracts() && known.lastPurchase() <= known.lastEndBefore(day)) {
            return true;
        }
        return known.purchases().length > 0
                && Rhythm.of(known.purchases(), gap)
                        .filter(rhythm -> day - known.lastPurchase() > LOST * rhythm.days())
                        .isPresent();
    }
}
