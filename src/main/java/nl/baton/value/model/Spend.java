package nl.baton.value.model;

import java.util.random.RandomGenerator;

/** What customers spend on a purchase day. */
public sealed interface Spend permits GammaGamma, EqualSpend {

    /** Expected of one whose repeat purchase days came to this mean; without one, that of all. */
    double expected(int repeats, double mean);

    /** Expected of a customer of whom nothing is known. */
    double ofAll();

    /** One notion of the customer's own pace of spending that agrees with what was seen. */
    double draw(int repeats, double mean, RandomGenerator random);

    /** What so many purchases of such a customer might come to. */
    double sum(int purchases, double drawn, RandomGenerator random);
}
