package nl.baton.value.model;

import java.util.Arrays;
import java.util.Optional;

/** A first period to fit, and what came after it to hold the fit against. */
public final class HoldOut {

    private static final int FIRST_SIZE = 1 << 10;
    private static final int NUMBERS = 4;

    private final int days;
    private final PurchaseCounts.Builder counts = new PurchaseCounts.Builder();
    private int[] numbers = new int[NUMBERS * FIRST_SIZE];
    private int size;

    /** @param days that the second period lasts */
    public HoldOut(int days) {
        this.days = days;
    }

    /** @param buyer as of the end of the first period @param afterwards purchase days in the second one */
    public void add(Buyer buyer, int afterwards) {
        counts.add(buyer);
        if (NUMBERS * size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        int at = NUMBERS * size++;
        numbers[at] = buyer.repeats();
        numbers[at + 1] = buyer.recency();
        numbers[at + 2] = buyer.age();
        numbers[at + 3] = afterwards;
    }

    /** Empty when fewer than so many came back in the first period, or it cannot be fitted: then nothing is held against it. */
    public Optional<Calibration> calibrate(int fewest) {
        PurchaseCounts first = counts.build();
        if (days < 1 || first.repeatBuyers() < fewest) {
            return Optional.empty();
        }
        BgNbd.Fit fit = BgNbd.fit(first);
        if (!fit.maximum().converged()) {
            return Optional.empty();
        }
        var calibration = new Calibration(fit.model(), days);
        for (int at = 0; at < NUMBERS * size; at += NUMBERS) {
            calibration.add(new Buyer(numbers[at], numbers[at + 1], numbers[at + 2], 0), numbers[at + 3]);
        }
        return Optional.of(calibration);
    }
}
