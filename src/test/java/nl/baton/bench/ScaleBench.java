package nl.baton.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.baton.base.Period;
import nl.baton.customer.CustomerProfiles;
import nl.baton.handoff.Grain;
import nl.baton.handoff.HandoffFigures;
import nl.baton.handoff.JourneyStories;
import nl.baton.handoff.LaneEvidence;
import nl.baton.handoff.LaneFeedback;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.LaneSlices;
import nl.baton.journey.Journeys;
import nl.baton.journey.Timeline;
import nl.baton.journey.TimelineFilter;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Whether what a user waits for depends on how much history there is: the same questions to a history of one million
 * touchpoints and to one of ten million, which is ten times as long. {@code bin/bench scale [samples] [statements]}.
 * Every question is another one, so that none is answered from what was asked before.
 */
final class ScaleBench {

    private static final int SAMPLES = 60;
    private static final int WARM_UPS = 15;
    private static final double AIM = 1.2;
    private static final int PAGE = 50;
    private static final int WEEKS = 8;
    private static final int ROUNDS_PER_QUESTION_OF_ALL = 6;
    private static final String[] MYSQL = {"--innodb-buffer-pool-size=2G", "--innodb-redo-log-capacity=1G"};

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();

    /** What is asked; each has so many days to look back, or all there are. */
    enum Question {
        SUMMARY("handoffs summary, 30 to 90 days"),
        SUMMARY_OF_ALL("handoffs summary, all there is"),
        LANES("lanes, 30 to 90 days"),
        LANES_OF_ALL("lanes, all there is"),
        LANE("one lane with its analysis and first page, 30 to 90 days"),
        LANE_OF_ALL("one lane with its analysis and first page, all there is"),
        PROFILE("one profile with its last journey");

        private final String text;

        Question(String text) {
            this.text = text;
        }

        /** What takes seconds is not asked in every round. */
        boolean isDueIn(int round) {
            return !ofAll() || round % ROUNDS_PER_QUESTION_OF_ALL == 0;
        }

        boolean ofAll() {
            return name().endsWith("_OF_ALL");
        }
    }

    /** A set, and what is known of it beforehand. */
    record Asked(ScaleSet set, LocalDate last, List<LaneFigures> lanes, List<Long> customers) {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals(ScaleNode.SERVE)) {
            serve(arguments[1], Integer.parseInt(arguments[2]));
            return;
        }
        int samples = arguments.length < 1 ? SAMPLES : Integer.parseInt(arguments[0]);
        int statements = arguments.length < 2 ? 0 : Integer.parseInt(arguments[1]);
        System.out.println(Machine.description());
        try (var small = ScaleNode.start("1m", 6);
                var large = ScaleNode.start("10m", 60)) {
            compare(List.of(small, large), samples, statements);
        }
    }

    /** Answers what {@link ScaleNode} asks, on a line of its own each. */
    private static void serve(String name, int months) throws Exception {
        try (var set = ScaleSet.open(name, months, MYSQL);
                var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            var bench = new ScaleBench();
            Asked asked = bench.prepared(set);
            ScaleNode.answer("MySQL " + set.mysql().settings());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                Question question = Question.valueOf(words[1]);
                int n = Integer.parseInt(words[2]);
                if (words[0].equals("ask")) {
                    ScaleNode.answer(Double.toString(bench.ask(asked, question, n)));
                } else {
                    bench.tellStatements(asked, question, n, Integer.parseInt(words[3]));
                    ScaleNode.answer("");
                }
            }
        }
    }

    Asked prepared(ScaleSet set) throws Exception {
        ScaleNode.tell(
                "%s: %,d touchpoints, %,d handoffs of departments and teams, %,d journeys, %,d customers; on disk %s",
                set.name(),
                set.mysql().number("SELECT SUM(with_department) FROM summary_span WHERE span = 'D'"),
                set.mysql().number("SELECT SUM(handoffs) FROM lane_span WHERE span = 'D'"),
                set.mysql().number("SELECT SUM(journeys) FROM summary_span WHERE span = 'D'"),
                set.mysql().number("SELECT COUNT(*) FROM customer"),
                set.mysql().sizes());
        LocalDate last = set.lastDay();
        List<LaneFigures> lanes = as(
                Role.EXECUTIVE,
                () -> set.bean(HandoffFigures.class)
                        .ranking(filter(new Period(last.minusDays(29), last)))
                        .lanes());
        return new Asked(set, last, lanes, customers(set));
    }

    /** Typical ones: with three journeys, of which one is a year's quarter old at most. */
    private static List<Long> customers(ScaleSet set) throws Exception {
        var customers = new ArrayList<Long>();
        long highest = set.mysql().number("SELECT MAX(id) FROM customer");
        var random = new Random(3);
        while (customers.size() < 400) {
            long id = 1 + random.nextLong(highest);
            if (set.mysql().number("SELECT COUNT(*) FROM journey WHERE customer_id = " + id) == 3) {
                customers.add(id);
            }
        }
        return customers;
    }

    private static LaneFilter filter(Period period) {
        return new LaneFilter(Grain.DEPARTMENT, null, period, null);
    }

    private static void compare(List<ScaleNode> nodes, int samples, int statements) throws Exception {
        Map<Question, List<Sample>> taken = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            taken.put(question, List.of(new Sample(), new Sample()));
        }
        for (int round = -WARM_UPS; round < samples; round++) {
            for (Question question : Question.values()) {
                for (int i = 0; i < nodes.size() && question.isDueIn(round); i++) {
                    // now the one first, now the other
                    int which = Math.floorMod(i + round, nodes.size());
                    double milliseconds = Double.parseDouble(nodes.get(which).ask("ask", question, round + WARM_UPS));
                    if (round >= 0) {
                        taken.get(question).get(which).add(milliseconds);
                    }
                }
            }
        }
        System.out.printf(
                "%d questions of each kind and set, none twice, after %d to warm up; milliseconds%n",
                samples, WARM_UPS);
        System.out.printf("%-58s %8s %8s %8s %8s %10s%n", "", "1m p50", "p95", "10m p50", "p95", "p95/p95");
        taken.forEach((question, both) -> System.out.printf(
                "%-58s %8.1f %8.1f %8.1f %8.1f %10.2f (aim: at most %.1f)%n",
                question.text,
                both.get(0).median(),
                both.get(0).p95(),
                both.get(1).median(),
                both.get(1).p95(),
                both.get(1).p95() / both.get(0).p95(),
                AIM));
        for (Question question : Question.values()) {
            for (ScaleNode node : nodes) {
                node.ask("tell", question, samples + WARM_UPS, statements);
            }
        }
    }

    /** What Baton does on its own meanwhile is left out: its queue, its leases, its looks at what moved. */
    private void tellStatements(Asked asked, Question question, int from, int shown) throws Exception {
        int times = 5;
        BenchMySql mysql = asked.set.mysql();
        mysql.forgetStatements();
        for (int i = 0; i < times; i++) {
            ask(asked, question, from + i);
        }
        ScaleNode.tell(
                "%s, %s: %.1f statements each, %,.0f rows read",
                asked.set.name(),
                question.text,
                mysql.number("SELECT SUM(count_star)" + DIGESTS) / (double) times,
                mysql.number("SELECT SUM(sum_rows_examined)" + DIGESTS) / (double) times);
        if (shown > 0) {
            mysql.heaviestStatements(shown).forEach(line -> ScaleNode.tell("%s", line));
        }
    }

    private static final String DIGESTS = """
             FROM performance_schema.events_statements_summary_by_digest WHERE schema_name = 'baton'
            AND digest_text LIKE 'SELECT %' AND digest_text NOT LIKE '%changed_case%'
            AND digest_text NOT LIKE '%scheduled_tasks%' AND digest_text NOT LIKE '%figures_move%'""";

    double ask(Asked asked, Question question, int n) throws Exception {
        // no two are of the same days, whatever is asked: the figures of a filter are kept for a while
        int kinds = Question.values().length;
        LocalDate last = asked.last.minusDays(n % 80);
        LocalDate first = question.ofAll()
                ? LocalDate.of(1999, 12, 31).minusDays((long) n * kinds + question.ordinal())
                : last.minusDays(29 + n % WEEKS * kinds + question.ordinal());
        var period = new Period(first, question.ofAll() ? asked.last : last);
        long begun = System.nanoTime();
        switch (question) {
            case SUMMARY, SUMMARY_OF_ALL -> get(asked.set, "/api/v1/handoffs/summary?", period);
            case LANES, LANES_OF_ALL -> get(asked.set, "/api/v1/handoffs/lanes?size=50&", period);
            case LANE, LANE_OF_ALL -> as(Role.EXECUTIVE, () -> lane(asked, n, period));
            case PROFILE -> as(Role.AGENT, () -> profile(asked.set, asked.customers.get(n % asked.customers.size())));
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private void get(ScaleSet set, String path, Period period) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(set.address(path + "from=" + period.from() + "&to=" + period.to())))
                        .header("Authorization", "Bearer " + set.token())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** As the screen opens it: its figures, its waits and trend, what it is analysed by, and the first of its handoffs. */
    private static long lane(Asked asked, int n, Period period) {
        HandoffFigures figures = asked.set.bean(HandoffFigures.class);
        LaneEvidence evidence = asked.set.bean(LaneEvidence.class);
        LaneFigures known = asked.lanes.get(n % Math.min(20, asked.lanes.size()));
        LaneFigures lane =
                figures.lane(filter(period), known.from().id(), known.to().id()).orElseThrow();
        evidence.details(filter(period), lane);
        LaneSlices slices = asked.set.bean(LaneSlices.class);
        slices.week(filter(period), lane);
        slices.affected(filter(period), lane);
        slices.tiers(filter(period), lane);
        slices.clock(filter(period), lane);
        asked.set.bean(LaneFeedback.class).totals(filter(period), lane);
        return evidence.handoffs(filter(period), lane, new LaneEvidence.Which.All(), 0, PAGE)
                .total();
    }

    private static long profile(ScaleSet set, long customer) {
        Journeys journeys = set.bean(Journeys.class);
        set.bean(CustomerProfiles.class).open(customer, "measured").orElseThrow();
        var all = journeys.ofCustomer(customer);
        var touchpoints = set.bean(Timeline.class).page(TimelineFilter.of(customer), 0, PAGE);
        set.bean(JourneyStories.class).story(all.getFirst().id()).orElseThrow();
        return touchpoints.total();
    }

    private static <T> T as(Role role, Callable<T> work) throws Exception {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_000, "bench", Set.of(role), null));
        try {
            return work.call();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
