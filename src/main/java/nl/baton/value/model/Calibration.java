package nl.baton.value.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds a fit of a first period against what came after it: repeat purchase days predicted and made, by the repeat purchase
 * days before.
 */
public final class Calibration {

    /** As many repeats and more are one row. */
    public static final int MOST = 7;

    private static final double FAR = 0.25;
    private static final double DEVIATIONS = 3;

    private final BgNbd model;
    private final double weeks;
    private final long[] customers = new long[MOST + 1];
    private final double[] predicted = new double[MOST + 1];
    private final double[] squares = new double[MOST + 1];
    private final long[] made = new long[MOST + 1];

    /**
     * One row of the chart.
     *
     * @param repeats before; {@link #MOST} stands for as many and more
     */
    public record Row(int repeats, long customers, double predicted, long made) {}

    /** @param model fitted to the first period @param days that the second one lasts */
    public Calibration(BgNbd model, int days) {
        this.model = model;
        this.weeks = days / BgNbd.DAYS_A_WEEK;
    }

    /** @param buyer as of the end of the first period @param afterwards purchase days in the second one */
    public void add(Buyer buyer, int afterwards) {
        int row = Math.min(MOST, buyer.repeats());
        double expected = model.expected(weeks, buyer.repeats(), buyer.recency(), buyer.age());
        customers[row]++;
        predicted[row] += expected;
        made[row] += afterwards;
        squares[row] += (afterwards - expected) * (afterwards - expected);
    }

    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int repeats = 0; repeats <= MOST; repeats++) {
            rows.add(new Row(repeats, customers[repeats], predicted[repeats], made[repeats]));
        }
        return rows;
    }

    public double predicted() {
        return rows().stream().mapToDouble(Row::predicted).sum();
    }

    public long made() {
        return rows().stream().mapToLong(Row::made).sum();
    }

    /**
     * Whether the fit may be used: what it predicted in total is within a quarter of what was made, or nearer than chance
     * alone brings it, which is three standard deviations of how far single customers were off.
     */
    public boolean passes() {
        double off = Math.abs(predicted() - made());
        double deviation = 0;
        for (double square : squares) {
            deviation += square;
        }
        return off <= FAR * made() || off <= DEVIATIONS * Math.sqrt(deviation);
    }
}
