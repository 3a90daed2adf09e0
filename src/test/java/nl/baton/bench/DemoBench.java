package nl.baton.bench;

import java.time.Instant;
import nl.baton.demo.PrecisionAndRecall;

/** What the engine finds of what the demo company's generator broke on purpose or by the way, over many seeds. */
final class DemoBench {

    private static final int SEEDS = 20;
    private static final double AIM = 0.95;
    private static final long MANY = 1_000_000;
    private static final int AIM_SECONDS = 2;
    private static final Instant NOW = Instant.parse("2026-05-28T12:20:00Z");

    private DemoBench() {}

    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SEEDS;
        var all = new PrecisionAndRecall();
        for (int seed = 1; seed <= seeds; seed++) {
            all.add(seed, NOW);
        }
        System.out.printf("%d companies; aim: precision and recall of each rule at least %.2f%n", seeds, AIM);
        System.out.printf("%-16s %8s %8s %10s %8s%n", "rule", "made", "found", "precision", "recall");
        for (PrecisionAndRecall.Counts rule : all.rules()) {
            System.out.printf(
                    "%-16s %8d %8d %10.3f %8.3f%n",
                    rule.rule(), rule.made(), rule.found(), rule.precision(), rule.recall());
        }
        for (int run = 1; run <= 3; run++) {
            PrecisionAndRecall.Judged judged = PrecisionAndRecall.judge(MANY, run, NOW);
            System.out.printf(
                    "all rules over %,d touchpoints in memory, one thread: %.2f s, %,d findings (aim: at most %d s a million)%n",
                    judged.touchpoints(), judged.took().toMillis() / 1_000.0, judged.findings(), AIM_SECONDS);
        }
    }
}
