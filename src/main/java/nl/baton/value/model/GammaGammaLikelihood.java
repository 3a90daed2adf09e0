package nl.baton.value.model;

import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;

/**
 * The likelihood of Gamma-Gamma and its gradient. Of a customer with x repeat purchase days of m on average: lnL =
 * lnΓ(px+q) - lnΓ(px) - lnΓ(q) + q·ln v + (px-1)·ln m + px·ln x - (px+q)·ln(v+xm). The gamma functions depend on x alone.
 *
 * <p>The parameters are p, q and v/q: where customers hardly differ, q and v run off together, and only their ratio is known.
 */
final class GammaGammaLikelihood implements Likelihood {

    private static final int PIECE = 1 << 13;

    private final int n;
    private final int[] repeats;
    private final double[] spent;
    /** By their place among the repeats that occur: x, how many have it, the sum of ln m. */
    private final double[] x;

    private final double[] alike;
    private final double[] logMeans;
    private final int[] place;

    /** @param unit what amounts are divided by */
    GammaGammaLikelihood(SpendCounts counts, double unit) {
        n = counts.customers();
        repeats = new int[n];
        spent = new double[n];
        place = new int[n];
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            repeats[i] = counts.repeats(i);
            distinct += i == 0 || repeats[i] != repeats[i - 1] ? 1 : 0;
            place[i] = distinct - 1;
            spent[i] = repeats[i] * counts.mean(i) / unit;
        }
        x = new double[distinct];
        alike = new double[distinct];
        logMeans = new double[distinct];
        for (int i = 0; i < n; i++) {
            x[place[i]] = repeats[i];
            alike[place[i]]++;
            logMeans[place[i]] += Math.log(counts.mean(i) / unit);
        }
    }

    @Override
    public int parameters() {
        return 3;
    }

    @Override
    public long customers() {
        return n;
    }

    @Override
    public double at(double[] logarithms, double[] gradient) {
        double p = Math.exp(logarithms[0]);
        double q = Math.exp(logarithms[1]);
        double v = Math.exp(logarithms[1] + logarithms[2]);
        double[] logTotal = new double[x.length];
        double perTotal = logsOfTotals(p, q, v, logTotal);
        double logQ = Gamma.logGamma(q);
        double psiQ = Gamma.digamma(q);
        double logV = Math.log(v);
        double height = 0;
        double byP = 0;
        double byQ = 0;
        for (int j = 0; j < x.length; j++) {
            double px = p * x[j];
            double psiBoth = Gamma.digamma(px + q);
            double logX = Math.log(x[j]);
            height += alike[j] * (Gamma.logGamma(px + q) - Gamma.logGamma(px) - logQ + q * logV + px * logX)
                    + (px - 1) * logMeans[j]
                    - (px + q) * logTotal[j];
            byP += x[j] * (alike[j] * (psiBoth - Gamma.digamma(px) + logX) + logMeans[j] - logTotal[j]);
            byQ += alike[j] * (psiBoth - psiQ + logV) - logTotal[j];
        }
        gradient[0] = p * byP;
        double byScale = n * q - v * perTotal;
        gradient[1] = q * byQ + byScale;
        gradient[2] = byScale;
        return height;
    }

    /** Fills the sums of ln(v+xm) by repeats, and returns the sum of (px+q)/(v+xm). */
    private double logsOfTotals(double p, double q, double v, double[] logTotal) {
        int pieces = (n + PIECE - 1) / PIECE;
        double[][] logs = new double[pieces][x.length];
        double[] per = new double[pieces];
        IntStream all = IntStream.range(0, pieces);
        (pieces > 1 ? all.parallel() : all).forEach(piece -> {
            double sum = 0;
            int end = Math.min(n, (piece + 1) * PIECE);
            for (int i = piece * PIECE; i < end; i++) {
                double total = v + spent[i];
                logs[piece][place[i]] += Math.log(total);
                sum += (p * repeats[i] + q) / total;
            }
            per[piece] = sum;
        });
        double perTotal = 0;
        for (int piece = 0; piece < pieces; piece++) {
            perTotal += per[piece];
            for (int j = 0; j < x.length; j++) {
                logTotal[j] += logs[piece][j];
            }
        }
        return perTotal;
    }
}
