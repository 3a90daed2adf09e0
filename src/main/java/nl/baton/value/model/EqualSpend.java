package nl.baton.value.model;

import java.util.random.RandomGenerator;

/** Everybody spends the same, or as good as that: there is no distribution to estimate. */
public record EqualSpend(double amount) implements Spend {

    @Override
    public double expected(int repeats, double mean) {
        return amount;
    }

    @Override
    public double ofAll() {
        return amount;
    }

    @Override
    public double draw(int repeats, double mean, RandomGenerator random) {
        return amount;
    }

    @Override
    public double sum(int purchases, double drawn, RandomGenerator random) {
        return purchases * drawn;
    }
}
