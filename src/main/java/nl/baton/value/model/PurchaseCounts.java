package nl.baton.value.model;

import java.util.Arrays;

/**
 * Customers by their repeat purchase days, days until the last one, and days since the first one, those that are alike
 * counted together. They are few beside the customers, and it is they that a fit goes over.
 */
public final class PurchaseCounts {

    private static final int DAY_BITS = 20;
    private static final int REPEAT_BITS = 63 - 2 * DAY_BITS;
    private static final long DAYS = (1L << DAY_BITS) - 1;
    private static final int FIRST_SIZE = 1 << 12;

    final int[] repeats;
    final int[] recency;
    final int[] age;
    final int[] alike;
    private final long customers;
    private final long repeatBuyers;

    private PurchaseCounts(long[] sorted) {
        customers = sorted.length;
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        repeats = new int[distinct];
        recency = new int[distinct];
        age = new int[distinct];
        alike = new int[distinct];
        long more = 0;
        int row = -1;
        for (int i = 0; i < sorted.length; i++) {
            long packed = sorted[i];
            if (i == 0 || packed != sorted[i - 1]) {
                row++;
                repeats[row] = (int) (packed >> 2 * DAY_BITS);
                recency[row] = (int) (packed >> DAY_BITS & DAYS);
                age[row] = (int) (packed & DAYS);
            }
            alike[row]++;
            more += repeats[row] > 0 ? 1 : 0;
        }
        repeatBuyers = more;
    }

    public long customers() {
        return customers;
    }

    /** Those who came back. */
    public long repeatBuyers() {
        return repeatBuyers;
    }

    /** How many differ. */
    public int rows() {
        return alike.length;
    }

    int longest() {
        return Arrays.stream(age).max().orElse(0);
    }

    int mostRepeats() {
        return alike.length == 0 ? 0 : repeats[alike.length - 1];
    }

    /** Collects customers, in any order. */
    public static final class Builder {

        private long[] packed = new long[FIRST_SIZE];
        private int size;

        public Builder add(Buyer buyer) {
            return add(buyer.repeats(), buyer.recency(), buyer.age());
        }

        public Builder add(int repeats, int recency, int age) {
            if (repeats >> REPEAT_BITS != 0 || age > DAYS || recency > age || recency < 0) {
                throw new IllegalArgumentException(repeats + " repeats, " + recency + " of " + age + " days");
            }
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, 2 * size);
            }
            packed[size++] = (long) repeats << 2 * DAY_BITS | (long) recency << DAY_BITS | age;
            return this;
        }

        public PurchaseCounts build() {
            long[] sorted = Arrays.copyOf(packed, size);
            Arrays.parallelSort(sorted);
            return new PurchaseCounts(sorted);
        }
    }
}
