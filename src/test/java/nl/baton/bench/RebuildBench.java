package nl.baton.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.baton.handoff.FiguresFingerprint;
import nl.baton.handoff.Rebuild;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long it takes to judge all history again, as after a changed threshold, and what whoever looks at a lane or a
 * customer notices of it meanwhile. {@code bin/bench rebuild [1m|10m]}, on a set of {@code bin/bench scale}.
 */
final class RebuildBench {

    private static final String[] MYSQL = {"--innodb-buffer-pool-size=2G", "--innodb-redo-log-capacity=1G"};
    private static final int QUESTIONS = 40;
    private static final long BETWEEN_MILLIS = 500;
    private static final int AIM_MINUTES = 15;

    private RebuildBench() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length < 1 ? "10m" : arguments[0];
        System.out.println(Machine.description());
        try (var set = ScaleSet.open(name, name.equals("1m") ? 6 : 60, MYSQL)) {
            var bench = new ScaleBench();
            ScaleBench.Asked asked = bench.prepared(set);
            for (int n = 0; n < QUESTIONS; n++) {
                for (ScaleBench.Question question : ASKED) {
                    bench.ask(asked, question, n);
                }
            }
            var quiet = new Usage(bench, asked, 1_000);
            for (int n = 0; n < QUESTIONS; n++) {
                quiet.ask();
            }
            System.out.println("before it:  " + quiet);
            var jdbc = set.bean(JdbcTemplate.class);
            List<Long> before = FiguresFingerprint.of(jdbc);
            long touchpoints = set.mysql().number("SELECT COUNT(*) FROM touchpoint");
            set.mysql().forgetStatements();
            Instant begun = Instant.now();
            var rebuild = set.bean(Rebuild.class);
            SystemWork.run(rebuild::request);
            var busy = new Usage(bench, asked, 2_000);
            while (SystemWork.call(() -> rebuild.underWay().isPresent())) {
                busy.ask();
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
            Duration taken = Duration.between(begun, Instant.now());
            set.mysql().heaviestStatements(14).forEach(System.out::println);
            System.out.printf(
                    "%s: %,d touchpoints judged again in %.1f minutes, %,.0f a second (aim for ten million: %d minutes)%n",
                    name, touchpoints, taken.toSeconds() / 60.0, touchpoints / (double) taken.toSeconds(), AIM_MINUTES);
            System.out.println("during it:  " + busy);
            List<Long> after = FiguresFingerprint.of(jdbc);
            // what lasts so many days is over for some of them while all is computed
            System.out.println(before.equals(after) ? "All figures are the same" : before + " became " + after);
        }
    }

    private static final List<ScaleBench.Question> ASKED =
            List.of(ScaleBench.Question.LANES, ScaleBench.Question.LANE, ScaleBench.Question.PROFILE);

    /** Somebody who looks now at all lanes, now at one, now at a customer. */
    private static final class Usage {

        private final ScaleBench bench;
        private final ScaleBench.Asked asked;
        private final List<Sample> samples = List.of(new Sample(), new Sample(), new Sample());
        private int next;

        Usage(ScaleBench bench, ScaleBench.Asked asked, int first) {
            this.bench = bench;
            this.asked = asked;
            this.next = first;
        }

        void ask() throws Exception {
            for (int i = 0; i < ASKED.size(); i++) {
                samples.get(i).add(bench.ask(asked, ASKED.get(i), next));
            }
            next++;
        }

        @Override
        public String toString() {
            return "all lanes p50 %.0f p95 %.0f, one lane %.0f and %.0f, a profile %.0f and %.0f ms, %d of each"
                    .formatted(
                            samples.get(0).median(),
                            samples.get(0).p95(),
                            samples.get(1).median(),
                            samples.get(1).p95(),
                            samples.get(2).median(),
                            samples.get(2).p95(),
                            samples.get(0).size());
        }
    }
}
