package nl.baton.value.model;

import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * How long contracts last: beta-geometric (Fader and Hardie, "How to project customer retention", Journal of Interactive
 * Marketing 21, 2007). At each monthly renewal a contract ends with a chance of its own, beta distributed by γ and δ.
 */
public record Retention(double gamma, double delta) {

    /** A fit, how it was found, and how well it knows its parameters. */
    public record Fit(Retention model, Maximum maximum, Precision precision) {}

    /**
     * A contract that runs.
     *
     * @param months due days until now, at least 1: the month it is in
     * @param most how many more there can be at most, because its end is known; {@link Months#AHEAD} or more when it is not
     * @param margin of a month
     */
    public record Running(int months, int most, double margin) {}

    /** By maximum likelihood; at least one of them has to have ended. */
    public static Fit fit(RetentionCounts counts) {
        if (counts.ended() == 0) {
            throw new IllegalArgumentException("No contract has ended");
        }
        var likelihood = new RetentionLikelihood(counts);
        double churn = counts.churn();
        Ascent.Found found = Ascent.of(
                likelihood,
                List.of(
                        new double[] {churn, 1 - churn + 0.01},
                        new double[] {5 * churn, 5 * (1 - churn) + 0.01},
                        new double[] {50 * churn, 50 * (1 - churn) + 0.01}));
        double[] parameters = found.parameters();
        return new Fit(
                new Retention(parameters[0], parameters[1]),
                found.maximum(),
                Precision.at(likelihood, found.logarithms()));
    }

    /** Share of contracts that survive so many renewals. */
    public double survival(int renewals) {
        return Math.exp(BgNbd.logBeta(gamma, delta + renewals) - BgNbd.logBeta(gamma, delta));
    }

    /** Margin that a contract is to bring in the coming months, at what it is worth today. */
    public double discounted(Running contract) {
        double survives = 1;
        double sum = 0;
        int renewed = contract.months - 1;
        for (int month = 1; month <= Math.min(Months.AHEAD, contract.most); month++) {
            // S(n-1+k)/S(n-1) by S(t)/S(t-1) = (δ+t-1)/(γ+δ+t-1)
            double stays = delta + renewed + month - 1;
            survives *= stays / (gamma + stays);
            sum += survives * Months.worth(month);
        }
        return contract.margin * sum;
    }

    /** The likelihood of contracts that ended at a renewal or have come so far, and its gradient. */
    static final class RetentionLikelihood implements Likelihood {

        private final RetentionCounts counts;

        RetentionLikelihood(RetentionCounts counts) {
            this.counts = counts;
        }

        @Override
        public int parameters() {
            return 2;
        }

        @Override
        public long customers() {
            return counts.contracts();
        }

        @Override
        public double at(double[] logarithms, double[] gradient) {
            double gamma = Math.exp(logarithms[0]);
            double delta = Math.exp(logarithms[1]);
            double height = 0;
            double byGamma = 0;
            double byDelta = 0;
            double ended = counts.ended();
            double n = counts.contracts();
            for (int renewals = 0; renewals <= counts.mostRenewals(); renewals++) {
                double left = counts.endedAfter(renewals);
                double all = left + counts.runningAfter(renewals);
                if (all == 0) {
                    continue;
                }
                double stays = delta + renewals;
                // B(γ, δ+t), and for those that ended then B(γ+1, δ+t) = B(γ, δ+t)·γ/(γ+δ+t)
                double psiBoth = Gamma.digamma(gamma + stays);
                height += all * BgNbd.logBeta(gamma, stays) - left * Math.log(gamma + stays);
                byGamma -= all * psiBoth + left / (gamma + stays);
                byDelta += all * (Gamma.digamma(stays) - psiBoth) - left / (gamma + stays);
            }
            double psiBoth = Gamma.digamma(gamma + delta);
            height += ended * Math.log(gamma) - n * BgNbd.logBeta(gamma, delta);
            byGamma += ended / gamma + n * psiBoth;
            byDelta -= n * (Gamma.digamma(delta) - psiBoth);
            gradient[0] = gamma * byGamma;
            gradient[1] = delta * byDelta;
            return height;
        }
    }
}
