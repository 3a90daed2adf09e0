package nl.baton.value.model;

/**
 * What a customer's purchases of the coming 36 months are expected to be worth, and how well that is known: the 90 % interval
 * of the expectation, which comes of fitting to so many customers and no more. What will come of one customer varies far
 * more; that interval is in {@link Outcomes}. Purchases and spend are independent, so that their relative variances add up.
 */
public record Expectation(double value, Range range) {

    public static Expectation of(Buyer buyer, BgNbd.Fit purchases, GammaGamma.Fit spend, double marginRate) {
        double value = marginRate
                * new Outlook(purchases.model()).discounted(buyer)
                * spend.model().expected(buyer.repeats(), buyer.spend());
        double variance = purchases.precision().relativeVariance(of -> new Outlook(BgNbd.of(of)).discounted(buyer));
        if (spend.model() instanceof GammaGamma) {
            variance += spend.precision()
                    .relativeVariance(of -> GammaGamma.of(of).expected(buyer.repeats(), buyer.spend()));
        }
        return new Expectation(value, Precision.range(value, variance));
    }
}
