package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The gradients, which were derived by hand, are those of the likelihoods. */
class GradientTests {

    private static final double STEP = 1e-5;

    @Test
    void of_purchases() {
        var random = new Random(3);
        var counts = new PurchaseCounts.Builder();
        for (int i = 0; i < 300; i++) {
            int age = random.nextInt(700);
            int repeats = Math.min(age, random.nextInt(4) * random.nextInt(9));
            int recency = repeats == 0 ? 0 : repeats + random.nextInt(age - repeats + 1);
            counts.add(repeats, recency, age);
        }
        // someone who buys every day for years: nothing may overflow
        counts.add(3_000, 3_100, 3_120).add(900, 900, 5_000);
        var likelihood = new BgNbdLikelihood(counts.build());
        for (int i = 0; i < 20; i++) {
            check(likelihood, logarithms(4, random));
        }
    }

    @Test
    void of_spend() {
        var random = new Random(4);
        var counts = new SpendCounts.Builder();
        for (int i = 0; i < 200; i++) {
            counts.add(1 + random.nextInt(30), Math.exp(3 * random.nextGaussian()));
        }
        counts.add(4_000, 0.01).add(1, 1e7);
        var likelihood = new GammaGammaLikelihood(counts.build(), 20);
        for (int i = 0; i < 20; i++) {
            check(likelihood, logarithms(3, random));
        }
    }

    @Test
    void of_contracts() {
        var random = new Random(5);
        var counts = new RetentionCounts();
        for (int i = 0; i < 200; i++) {
            counts.add(random.nextInt(150), random.nextInt(3) > 0);
        }
        var likelihood = new Retention.RetentionLikelihood(counts);
        for (int i = 0; i < 20; i++) {
            check(likelihood, logarithms(2, random));
        }
    }

    private static double[] logarithms(int n, Random random) {
        return random.doubles(n, -3, 3).toArray();
    }

    private static void check(Likelihood likelihood, double[] at) {
        double[] gradient = new double[likelihood.parameters()];
        double height = likelihood.at(at, gradient);
        assertThat(height).isFinite();
        for (int i = 0; i < at.length; i++) {
            double[] ignored = new double[at.length];
            double[] above = at.clone();
            double[] below = at.clone();
            above[i] += STEP;
            below[i] -= STEP;
            double slope = (likelihood.at(above, ignored) - likelihood.at(below, ignored)) / (2 * STEP);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope)) + 1e-10 * Math.abs(height)));
        }
    }
}
