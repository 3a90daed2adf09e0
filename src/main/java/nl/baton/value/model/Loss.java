package nl.baton.value.model;

import java.util.Optional;

/**
 * Whether a company lost a customer after something that happened: a contract ended, or the customer was silent for longer
 * than twice the rhythm, and had not been so already.
 */
public final class Loss {

    /** So many days after it. */
    public static final int DAYS = 180;

    private static final double RHYTHMS = 2;

    private Loss() {}

    /**
     * @param day on which it happened, counted from 1970
     * @param whole all that the customer dealt, later days included
     * @param rhythm as it was known then
     */
    public static boolean follows(int day, Dealings whole, Optional<Rhythm> rhythm) {
        for (int end : whole.ends()) {
            if (end >= day && end <= day + DAYS) {
                return true;
            }
        }
        return rhythm.isPresent() && fallsSilent(day, whole, rhythm.get().days());
    }

    private static boolean fallsSilent(int day, Dealings whole, double rhythm) {
        int[] purchases = whole.purchases();
        for (int i = 0; i < purchases.length; i++) {
            // the first day on which the silence since that purchase is longer
            int silent = purchases[i] + (int) Math.floor(RHYTHMS * rhythm) + 1;
            boolean boughtBefore = i + 1 < purchases.length && purchases[i + 1] <= silent;
            if (silent > day && silent <= day + DAYS && !boughtBefore && !whole.runsOn(silent)) {
                return true;
            }
        }
        return false;
    }
}
