package nl.baton.bench;

import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;

/**
 * The shared profile of a million customers with ten million touchpoints: to find somebody by a scrap, to open the profile,
 * by one agent and by fifty at once, and until it can be read in a browser. {@code bin/bench profile [samples] [set]}, of
 * the sets of the scale benchmark.
 */
final class ProfileBench {

    private static final int SAMPLES = 300;
    private static final int WARM_UPS = 200;
    private static final int COUNTED = 40;
    private static final int AGENTS = 50;
    private static final int OPENED_EACH = 10;
    private static final int LOOKING = 5_000;
    private static final double AIM_OPEN = 120;
    private static final int AIM_STATEMENTS = 12;
    private static final double AIM_AT_ONCE = 400;
    private static final String[] MYSQL = {"--innodb-buffer-pool-size=2G", "--innodb-redo-log-capacity=1G"};

    /** The agents' own department. */
    private static final String HOME = BenchCompany.DEPARTMENTS.getFirst();

    private final ScaleSet set;
    private final int samples;
    private final long home;
    private final SecuredBrowserlessApplicationContext<Authentication> screens;

    /** Of whom the agents' department has an open journey: nobody is asked what for. */
    private final List<Long> customers;

    private final List<Long> longHistories;

    private ProfileBench(ScaleSet set, int samples) throws Exception {
        this.set = set;
        this.samples = samples;
        UnitName name = UnitName.of(HOME, null);
        home = SystemWork.call(() ->
                set.bean(Departments.class).resolve(List.of(name)).get(name).departmentId());
        screens = SpringBrowserlessApplicationContext.createSecured(set.baton(), "nl.baton");
        OwnSignals.goFirst();
        var jdbc = set.bean(JdbcTemplate.class);
        long sparse = 1 + set.mysql().number("SELECT MAX(id) FROM journey") / 60_000;
        customers = new ArrayList<>(jdbc.queryForList("""
                SELECT DISTINCT j.customer_id FROM journey j JOIN touchpoint t ON t.case_id = j.id
                WHERE MOD(j.id, ?) = 0 AND j.closed_at IS NULL AND t.department_id = ? ORDER BY 1""", Long.class, sparse, home));
        longHistories = jdbc.queryForList("""
                SELECT customer_id FROM journey GROUP BY customer_id HAVING COUNT(*) > 100
                ORDER BY SUM(touchpoints), customer_id""", Long.class);
        customers.removeAll(longHistories);
        Collections.shuffle(customers, new Random(11));
    }

    public static void main(String[] arguments) throws Exception {
        int samples = arguments.length < 1 ? SAMPLES : Integer.parseInt(arguments[0]);
        String name = arguments.length < 2 ? "10m" : arguments[1];
        System.out.println(Machine.description());
        try (var set = ScaleSet.open(name, name.equals("1m") ? 6 : 60, MYSQL)) {
            System.out.printf(
                    "%,d customers, %,d touchpoints; on disk %s; search index %,d MB%nMySQL %s%n",
                    set.mysql().number("SELECT COUNT(*) FROM customer"),
                    set.mysql().number("SELECT SUM(with_department) FROM summary_span WHERE span = 'D'"),
                    set.mysql().sizes(),
                    set.indexSize() >> 20,
                    set.mysql().settings());
            new SearchTiming(set, samples).measure();
            var bench = new ProfileBench(set, samples);
            bench.open();
            bench.count();
            bench.openAtOnce(0);
            bench.openAtOnce(LOOKING);
            new ProfileScreenTiming(set, bench.home, bench.customers).measure();
        }
        System.exit(0);
    }

    private void open() {
        try (var visitor = new ProfileVisitor(screens, 9_000_000, home)) {
            for (int i = 0; i < WARM_UPS; i++) {
                visitor.open(customer(i));
            }
            var typical = new Sample();
            for (int i = 0; i < samples; i++) {
                typical.add(visitor.open(customer(WARM_UPS + i)));
            }
            tell("Profile open, server time with all that is loaded behind, random customers", typical, AIM_OPEN);
            for (long customer : longHistories) {
                var one = new Sample();
                for (int i = 0; i < 1 + samples / 10; i++) {
                    one.add(visitor.open(customer));
                    visitor.open(customer(i));
                }
                long touchpoints = SystemWork.call(() -> set.bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT SUM(touchpoints) FROM journey WHERE customer_id = ?", Long.class, customer));
                tell("The same of one customer with %,d touchpoints".formatted(touchpoints), one, AIM_OPEN);
            }
        }
    }

    private long customer(int i) {
        return customers.get(i % customers.size());
    }

    private static void tell(String what, Sample sample, double aim) {
        System.out.printf(
                "%s (%d): p50 %.0f ms, p95 %.0f ms, slowest %.0f ms (aim: p95 at most %.0f ms)%n",
                what, sample.size(), sample.median(), sample.p95(), sample.max(), aim);
    }

    private void count() {
        try (var visitor = new ProfileVisitor(screens, 9_000_001, home)) {
            var asked = new ArrayList<>(customers.subList(0, Math.min(COUNTED, customers.size())));
            asked.addAll(longHistories);
            visitor.open(customer(COUNTED));
            List<String> most = List.of();
            try (var count = new StatementCount(set.bean(JdbcTemplate.class))) {
                for (long customer : asked) {
                    count.forget();
                    visitor.open(customer);
                    most = count.statements().size() > most.size() ? count.statements() : most;
                }
            }
            System.out.printf(
                    "Statements of one opening, of %d: %d at most (aim: at most %d)%n",
                    asked.size(), most.size(), AIM_STATEMENTS);
            if (most.size() > AIM_STATEMENTS) {
                most.forEach(statement -> System.out.printf("       %.170s%n", statement.replaceAll("\\s+", " ")));
            }
        }
    }

    /**
     * Each opens one after the other.
     *
     * @param looking how many milliseconds each looks at one; none means that fifty are always being opened
     */
    private void openAtOnce(int looking) throws Exception {
        var taken = new Sample();
        var together = new CyclicBarrier(AGENTS);
        long begun = Long.MAX_VALUE;
        long ended;
        try (ExecutorService agents = Executors.newFixedThreadPool(AGENTS)) {
            var working = new ArrayList<Future<Long>>();
            for (int agent = 0; agent < AGENTS; agent++) {
                int own = agent;
                working.add(agents.submit(() -> openInTurn(own, looking, together, taken)));
            }
            for (Future<Long> agent : working) {
                begun = Math.min(begun, agent.get());
            }
            ended = System.nanoTime();
        }
        String how = looking == 0 ? "without a pause" : "and looks at it for %d s".formatted(looking / 1_000);
        tell("%d agents at once, each opens one profile after the other %s".formatted(AGENTS, how), taken, AIM_AT_ONCE);
        System.out.printf("       %.0f profiles a second%n", taken.size() * 1e9 / (ended - begun));
    }

    /** Gives when it began, all screens being open. */
    private long openInTurn(int agent, int looking, CyclicBarrier together, Sample taken) throws Exception {
        try (var visitor = new ProfileVisitor(screens, 9_000_100 + agent, home)) {
            int next = agent * 2 * OPENED_EACH;
            visitor.open(customer(next++));
            together.await();
            long begun = System.nanoTime();
            // not all at the same moment
            TimeUnit.MILLISECONDS.sleep((long) looking * agent / AGENTS);
            for (int i = 0; i < OPENED_EACH; i++) {
                double milliseconds = visitor.open(customer(next++));
                synchronized (taken) {
                    taken.add(milliseconds);
                }
                TimeUnit.MILLISECONDS.sleep(looking);
            }
            together.await();
            return begun;
        }
    }
}
