package nl.baton.value;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import nl.baton.value.Basis.Scores;
import nl.baton.value.model.Quintiles;

/** How recently, how often and for how much buyers bought, to compare each with the others. */
final class ScoreCounts {

    private static final int FIRST_SIZE = 1 << 10;

    private final Map<Integer, Long> lastDays = new TreeMap<>();
    private final Map<Integer, Long> numbers = new TreeMap<>();
    private double[] nets = new double[FIRST_SIZE];
    private int size;

    /** One who never bought is not compared. */
    void add(Trade trade) {
        int[] days = trade.days();
        if (days.length == 0) {
            return;
        }
        lastDays.merge(days[days.length - 1], 1L, Long::sum);
        numbers.merge(days.length, 1L, Long::sum);
        if (size == nets.length) {
            nets = Arrays.copyOf(nets, 2 * size);
        }
        nets[size++] = trade.net().doubleValue();
    }

    Scores scores() {
        var recency = new Quintiles.Builder(size);
        lastDays.forEach(recency::add);
        var frequency = new Quintiles.Builder(size);
        numbers.forEach(frequency::add);
        var monetary = new Quintiles.Builder(size);
        double[] sorted = Arrays.copyOf(nets, size);
        Arrays.parallelSort(sorted);
        int from = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || sorted[i] != sorted[from]) {
                monetary.add(sorted[from], i - from);
                from = i;
            }
        }
        return new Scores(recency.build(), frequency.build(), monetary.build());
    }
}
