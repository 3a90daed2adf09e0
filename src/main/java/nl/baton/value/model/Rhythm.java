package nl.baton.value.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * At which intervals a customer buys.
 *
 * @param days median gap between purchase days
 * @param own false when it is that of all buyers' first gap, as the customer has too few purchase days
 */
public record Rhythm(double days, boolean own) {

    private static final int FEWEST = 3;

    /** @param purchases purchase days in order, each once */
    public static Optional<Rhythm> of(int[] purchases, FirstGap all) {
        if (purchases.length >= FEWEST) {
            int[] gaps = new int[purchases.length - 1];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = purchases[i + 1] - purchases[i];
            }
            Arrays.sort(gaps);
            int half = gaps.length / 2;
            return Optional.of(
                    new Rhythm(gaps.length % 2 == 1 ? gaps[half] : (gaps[half - 1] + gaps[half]) / 2.0, true));
        }
        return all.median().stream().mapToObj(days -> new Rhythm(days, false)).findFirst();
    }
}
