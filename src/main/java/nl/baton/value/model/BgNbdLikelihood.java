package nl.baton.value.model;

import static nl.baton.value.model.BgNbd.DAYS_A_WEEK;

import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;

/**
 * The likelihood of BG/NBD and its gradient. What depends on the repeats alone, or on a number of days alone, is computed
 * once for each of those that occur; what remains of a customer is an exponential and a logarithm.
 *
 * <p>Of a customer with x repeats, the last at tx, known for T: L = B(a, b+x)/B(a, b) · Γ(r+x)/Γ(r) · α^r · (A + D), with
 * A = (α+T)^-(r+x) alive, and for x > 0 D = a/(b+x-1) · (α+tx)^-(r+x) left after the last purchase. With w = D/(A + D),
 * ∂lnL/∂α = r/α - (r+x)((1-w)/(α+T) + w/(α+tx)), and so on for the others.
 *
 * <p>The parameters are r, α/r, a and b: where customers hardly differ in their pace, r and α run off together, and only
 * their ratio, the mean pace, is known.
 */
final class BgNbdLikelihood implements Likelihood {

    private static final int PIECE = 1 << 13;
    private static final int SUMS = 4;

    private final PurchaseCounts counts;
    private final long[] customersByRepeats;

    BgNbdLikelihood(PurchaseCounts counts) {
        this.counts = counts;
        customersByRepeats = new long[counts.mostRepeats() + 1];
        for (int i = 0; i < counts.rows(); i++) {
            customersByRepeats[counts.repeats[i]] += counts.alike[i];
        }
    }

    @Override
    public int parameters() {
        return 4;
    }

    @Override
    public long customers() {
        return counts.customers();
    }

    /** What depends on one number alone, under one set of parameters. */
    private record Tables(double r, double[] logDays, double[] perDays, double[] logLeft, double[] perStay) {}

    @Override
    public double at(double[] logarithms, double[] gradient) {
        double r = Math.exp(logarithms[0]);
        double alpha = Math.exp(logarithms[0] + logarithms[1]);
        double a = Math.exp(logarithms[2]);
        double b = Math.exp(logarithms[3]);
        Tables tables = tables(r, alpha, a, b);
        int pieces = (counts.rows() + PIECE - 1) / PIECE;
        double[] sums = new double[SUMS * pieces];
        double[] left = new double[pieces];
        if (pieces == 1) {
            add(0, tables, sums, left);
        } else {
            IntStream.range(0, pieces).parallel().forEach(piece -> add(piece, tables, sums, left));
        }
        double height = 0;
        double byR = 0;
        double byAlpha = 0;
        double byA = 0;
        double byB = 0;
        for (int piece = 0; piece < pieces; piece++) {
            height += sums[SUMS * piece];
            byR += sums[SUMS * piece + 1];
            byAlpha += sums[SUMS * piece + 2];
            byB += sums[SUMS * piece + 3];
            byA += left[piece] / a;
        }
        double n = counts.customers();
        double logR = Gamma.logGamma(r);
        double logB = Gamma.logGamma(b);
        double logBoth = Gamma.logGamma(a + b);
        double psiR = Gamma.digamma(r);
        double psiB = Gamma.digamma(b);
        double psiBoth = Gamma.digamma(a + b);
        for (int x = 1; x < customersByRepeats.length; x++) {
            double alike = customersByRepeats[x];
            if (alike == 0) {
                continue;
            }
            height += alike
                    * (Gamma.logGamma(r + x)
                            - logR
                            + Gamma.logGamma(b + x)
                            - logB
                            - Gamma.logGamma(a + b + x)
                            + logBoth);
            byR += alike * (Gamma.digamma(r + x) - psiR);
            double both = psiBoth - Gamma.digamma(a + b + x);
            byA += alike * both;
            byB += alike * (Gamma.digamma(b + x) - psiB + both);
        }
        height += n * r * Math.log(alpha);
        byR += n * Math.log(alpha);
        byAlpha += n * r / alpha;
        gradient[0] = r * byR + alpha * byAlpha;
        gradient[1] = alpha * byAlpha;
        gradient[2] = a * byA;
        gradient[3] = b * byB;
        return height;
    }

    private Tables tables(double r, double alpha, double a, double b) {
        double[] logDays = new double[counts.longest() + 1];
        double[] perDays = new double[logDays.length];
        for (int days = 0; days < logDays.length; days++) {
            double weeks = alpha + days / DAYS_A_WEEK;
            logDays[days] = Math.log(weeks);
            perDays[days] = 1 / weeks;
        }
        double[] logLeft = new double[customersByRepeats.length];
        double[] perStay = new double[logLeft.length];
        for (int x = 1; x < logLeft.length; x++) {
            perStay[x] = 1 / (b + x - 1);
            logLeft[x] = Math.log(a * perStay[x]);
        }
        return new Tables(r, logDays, perDays, logLeft, perStay);
    }

    private void add(int piece, Tables tables, double[] sums, double[] left) {
        double height = 0;
        double byR = 0;
        double byAlpha = 0;
        double byB = 0;
        double gone = 0;
        int end = Math.min(counts.rows(), (piece + 1) * PIECE);
        for (int i = piece * PIECE; i < end; i++) {
            int x = counts.repeats[i];
            double alike = counts.alike[i];
            double s = tables.r + x;
            double logAge = tables.logDays[counts.age[i]];
            double perAge = tables.perDays[counts.age[i]];
            if (x == 0) {
                height -= alike * s * logAge;
                byR -= alike * logAge;
                byAlpha -= alike * s * perAge;
                continue;
            }
            double logRecency = tables.logDays[counts.recency[i]];
            double alive = -s * logAge;
            double dead = tables.logLeft[x] - s * logRecency;
            double less = Math.exp(-Math.abs(dead - alive));
            double w = dead > alive ? 1 / (1 + less) : less / (1 + less);
            height += alike * (Math.max(dead, alive) + Math.log(1 + less));
            byR -= alike * ((1 - w) * logAge + w * logRecency);
            byAlpha -= alike * s * ((1 - w) * perAge + w * tables.perDays[counts.recency[i]]);
            byB -= alike * w * tables.perStay[x];
            gone += alike * w;
        }
        sums[SUMS * piece] = height;
        sums[SUMS * piece + 1] = byR;
        sums[SUMS * piece + 2] = byAlpha;
        sums[SUMS * piece + 3] = byB;
        left[piece] = gone;
    }
}
