package nl.baton.value.model;

/** The 36 months over which value is looked ahead, and what an amount in each of them is worth today. */
public final class Months {

    public static final int AHEAD = 36;
    public static final int A_YEAR = 12;
    /** Years have leap days. */
    public static final double DAYS = 365.25 / A_YEAR;

    private static final double YEARLY = 1.1;
    private static final double[] WORTH = new double[AHEAD + 1];

    private static final double[] WORTH_UNTIL = new double[AHEAD + 1];

    static {
        for (int month = 0; month <= AHEAD; month++) {
            WORTH[month] = Math.pow(YEARLY, -month / (double) A_YEAR);
            WORTH_UNTIL[month] = month == 0 ? 0 : WORTH_UNTIL[month - 1] + WORTH[month];
        }
    }

    private Months() {}

    /** What an amount in the k-th month from now, from 1, is worth today. */
    public static double worth(int month) {
        return WORTH[month];
    }

    /** What the same amount in each month from the first to the k-th is worth today. */
    static double worthUntil(int month) {
        return WORTH_UNTIL[month];
    }

    static double weeks(int months) {
        return months * DAYS / BgNbd.DAYS_A_WEEK;
    }
}
