package nl.baton.value.model;

import java.util.OptionalInt;

/**
 * How long it takes until something happens, when some have only been watched for a while (Kaplan and Meier,
 * "Nonparametric estimation from incomplete observations", JASA 53, 1958).
 */
public final class KaplanMeier {

    private final double[] survival;
    private final long n;

    /**
     * @param happened how many it happened to after so many days
     * @param watched how many it had not happened to when they were last seen, after so many days; they count as at risk on
     *     that day
     */
    public KaplanMeier(long[] happened, long[] watched) {
        int days = Math.max(happened.length, watched.length);
        long all = 0;
        for (int day = 0; day < days; day++) {
            all += at(happened, day) + at(watched, day);
        }
        n = all;
        survival = new double[days];
        long atRisk = all;
        double survives = 1;
        for (int day = 0; day < days; day++) {
            long events = at(happened, day);
            if (events > 0) {
                survives *= 1 - (double) events / atRisk;
            }
            survival[day] = survives;
            atRisk -= events + at(watched, day);
        }
    }

    private static long at(long[] counts, int day) {
        return day < counts.length ? counts[day] : 0;
    }

    public long n() {
        return n;
    }

    /** Share of those to whom it has not happened by the end of that day. */
    public double survival(int day) {
        return survival.length == 0 || day < 0 ? 1 : survival[Math.min(day, survival.length - 1)];
    }

    /** The first day by which it has happened to this share; empty when it is not reached. */
    public OptionalInt quantile(double share) {
        // a rounding error must not move the day
        double rest = 1 - share + 1e-12;
        for (int day = 0; day < survival.length; day++) {
            if (survival[day] <= rest) {
                return OptionalInt.of(day);
            }
        }
        return OptionalInt.empty();
    }
}
