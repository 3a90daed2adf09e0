package nl.baton.alert;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of many findings to believe, so that of those believed no more than a given share is expected to be chance. */
final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * The procedure of Y. Benjamini and Y. Hochberg ("Controlling the false discovery rate", JRSS B 57, 1995): of m chances
     * in order, p₍₁₎ ≤ … ≤ p₍ₘ₎, those up to the largest k with p₍ₖ₎ ≤ k·q/m.
     *
     * @param chances one for each finding: how likely it is by chance alone
     * @param share q
     * @return the places of those to believe, in the order given
     */
    static List<Integer> believed(List<Double> chances, double share) {
        List<Integer> order = IntStream.range(0, chances.size())
                .boxed()
                .sorted(Comparator.comparing(chances::get))
                .toList();
        int last = 0;
        for (int k = 1; k <= order.size(); k++) {
            if (chances.get(order.get(k - 1)) <= k * share / order.size()) {
                last = k;
            }
        }
        return order.stream().limit(last).sorted().toList();
    }
}
