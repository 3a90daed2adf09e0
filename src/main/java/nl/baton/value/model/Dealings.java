package nl.baton.value.model;

import java.util.Arrays;

/**
 * What a customer has done, by days counted from 1970.
 *
 * @param purchases days of purchase, in order, each once
 * @param starts of contracts
 * @param ends their last days, in the same order; {@link #RUNS_ON} while none is known
 */
public record Dealings(int[] purchases, int[] starts, int[] ends) {

    public static final int RUNS_ON = Integer.MAX_VALUE;

    private static final int NEVER = Integer.MIN_VALUE;

    public static Dealings ofPurchases(int... days) {
        return new Dealings(days, new int[0], new int[0]);
    }

    /** What was known of it at the end of that day. An end that was stated beforehand was known. */
    Dealings until(int day) {
        int known = (int) Arrays.stream(starts).filter(start -> start <= day).count();
        int[] startsUntil = new int[known];
        int[] endsUntil = new int[known];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] <= day) {
                startsUntil[at] = starts[i];
                endsUntil[at++] = ends[i];
            }
        }
        return new Dealings(
                Arrays.stream(purchases).filter(bought -> bought <= day).toArray(), startsUntil, endsUntil);
    }

    boolean none() {
        return purchases.length == 0 && starts.length == 0;
    }

    boolean runsOn(int day) {
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] <= day && ends[i] >= day) {
                return true;
            }
        }
        return false;
    }

    int first() {
        int first = purchases.length == 0 ? Integer.MAX_VALUE : purchases[0];
        return Arrays.stream(starts).reduce(first, Math::min);
    }

    int lastPurchase() {
        return purchases.length == 0 ? NEVER : purchases[purchases.length - 1];
    }

    /** The day of the last contract end before that day, a very early one without. */
    int lastEndBefore(int day) {
        return Arrays.stream(ends).filter(end -> end < day).reduce(NEVER, Math::max);
    }

    boolean hasContracts() {
        return starts.length > 0;
    }
}
