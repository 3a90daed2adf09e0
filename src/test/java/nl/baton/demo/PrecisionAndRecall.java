package nl.baton.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How much of what was made is found, and how much of what is found was made, by rule and over several companies. */
public final class PrecisionAndRecall {

    private final Map<String, long[]> byRule = new TreeMap<>();

    /** One rule's counts. */
    public record Counts(String rule, long made, long found, long both) {

        public double precision() {
            return found == 0 ? 1 : (double) both / found;
        }

        public double recall() {
            return made == 0 ? 1 : (double) both / made;
        }
    }

    /** Makes up a company, and has the engine look at it. */
    public void add(long seed, Instant now) {
        Company company = Zonnewind.generate(seed, now);
        Set<Played.Found> made = Played.recorded(company).collect(Collectors.toSet());
        Set<Played.Found> found = new Played(company, true).findings();
        Set<Played.Found> both = new HashSet<>(made);
        both.retainAll(found);
        count(made, 0);
        count(found, 1);
        count(both, 2);
    }

    private void count(Set<Played.Found> findings, int place) {
        findings.forEach(finding -> byRule.computeIfAbsent(finding.rule(), any -> new long[3])[place]++);
    }

    /** What it took to judge at least so many touchpoints by all rules, in memory, the company as often as it takes. */
    public record Judged(long touchpoints, long findings, Duration took) {}

    /** Judges one company over and over. */
    public static Judged judge(long atLeast, long seed, Instant now) {
        var played = new Played(Zonnewind.generate(seed, now), false);
        for (int i = 0; i < 5; i++) {
            played.judgeAgain();
        }
        long touchpoints = 0;
        long findings = 0;
        long begun = System.nanoTime();
        while (touchpoints < atLeast) {
            findings += played.judgeAgain();
            touchpoints += played.touchpoints();
        }
        return new Judged(touchpoints, findings, Duration.ofNanos(System.nanoTime() - begun));
    }

    public Iterable<Counts> rules() {
        return byRule.entrySet().stream()
                .map(rule -> new Counts(rule.getKey(), rule.getValue()[0], rule.getValue()[1], rule.getValue()[2]))
                .toList();
    }
}
