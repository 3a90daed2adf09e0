package nl.baton.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.baton.database.PrivateMySql;

/**
 * How many touchpoints a second Baton takes in, durable and with their handoffs computed, beside what a bare insert of
 * the same rows reaches on the same MySQL in the same run: {@code bin/bench intake [runs] [touchpoints]}. With
 * {@code bin/bench intake profile} it tells instead where the time goes.
 */
final class IntakeBench {

    private static final int CLIENTS = 8;
    private static final int RUNS = 2;
    private static final int WARM_UP = 60_000;
    private static final int TOUCHPOINTS = 200_000;
    private static final double AIM_RATIO = 0.4;
    private static final double AIM_P99 = 500;
    private static final String HEAP = "-Xmx1g";
    private static final int STATEMENTS = 45;

    private final PackagedBaton baton;
    private final BenchMySql mysql;
    private final List<TicketSystem> systems;

    private IntakeBench(PackagedBaton baton, BenchMySql mysql) {
        this.baton = baton;
        this.mysql = mysql;
        Instant now = Instant.now();
        systems = IntStream.range(0, CLIENTS)
                .mapToObj(number -> new TicketSystem(number, now))
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        boolean profile = arguments.length > 0 && arguments[0].equals("profile");
        int runs = profile ? 1 : arguments.length < 1 ? RUNS : Integer.parseInt(arguments[0]);
        int touchpoints = arguments.length < 2 ? TOUCHPOINTS : Integer.parseInt(arguments[1]);
        System.out.println(Machine.description());
        try (PrivateMySql server =
                PrivateMySql.start("--innodb-buffer-pool-size=2G", "--innodb-redo-log-capacity=1G")) {
            var mysql = new BenchMySql(server.url());
            System.out.println("MySQL, for both sides: " + mysql.settings());
            System.out.println(
                    "Bare insert: JDBC, 8 connections, batches of 500, one commit each, " + BareInsert.DRIVER);
            System.out.println("Baton: POST /api/v1/touchpoints, 8 clients, JSON arrays of 500, " + HEAP);
            try (var baton = PackagedBaton.start(Map.of(
                    "SPRING_DATASOURCE_URL",
                    server.url(),
                    "BATON_JAVA_OPTS",
                    HEAP + FlightRecording.DEEP,
                    // all clients send with one token, as fast as they can
                    "BATON_INTAKE_ITEMS_PER_SECOND",
                    "1000000",
                    "BATON_INTAKE_BURST",
                    "10000000"))) {
                var bench = new IntakeBench(baton, mysql);
                bench.setUp();
                if (profile) {
                    bench.profile(touchpoints);
                } else {
                    bench.compare(runs, touchpoints);
                }
            }
        }
    }

    /** Departments open in office hours, as they are. */
    private void setUp() throws IOException, InterruptedException {
        for (String department : BenchCompany.DEPARTMENTS) {
            baton.send(baton.request("/api/v1/departments/" + department)
                    .header("Content-Type", "application/json")
                    .PUT(
                            HttpRequest.BodyPublishers.ofString(
                                    "{\"zone\":\"Europe/Amsterdam\",\"calendar\":{\"hours\":\"Mo-Fr 08:00-18:00\",\"holidays\":\"NL\"}}"))
                    .build());
        }
    }

    private void compare(int runs, int touchpoints) throws Exception {
        var bare = new BareInsert(mysql);
        tell("warm-up, Baton", send(WARM_UP));
        tell("warm-up, bare ", bare.run());
        double baton = 0;
        double bareRate = 0;
        for (int run = 1; run <= runs; run++) {
            rest();
            Sent sent = send(touchpoints);
            tell("run " + run + ", Baton  ", sent);
            rest();
            BareInsert.Outcome inserted = bare.run();
            tell("run " + run + ", bare   ", inserted);
            System.out.printf(
                    "run %d, ratio   %.3f (aim: at least %.1f)%n",
                    run, sent.perSecond() / inserted.perSecond(), AIM_RATIO);
            baton += sent.perSecond() / runs;
            bareRate += inserted.perSecond() / runs;
        }
        System.out.printf(
                "All runs: Baton %,.0f touchpoints a second, durable and projected; bare insert %,.0f rows a second; ratio"
                        + " %.3f (aim: at least %.1f)%n",
                baton, bareRate, baton / bareRate, AIM_RATIO);
        check();
    }

    private void profile(int touchpoints) throws Exception {
        tell("warm-up", send(WARM_UP));
        rest();
        var recording = new FlightRecording(baton.process(), "intake");
        Map<String, Long> ids = new LinkedHashMap<>();
        ids.put("mysqld", mysql.process());
        ids.put("Baton", baton.process());
        ids.put("clients", ProcessHandle.current().pid());
        mysql.forgetStatements();
        Processes processes = Processes.watch(ids);
        Sent sent = send(touchpoints);
        String shares = processes.shares(sent.seconds);
        List<String> statements = mysql.heaviestStatements(STATEMENTS);
        tell("profiled", sent);
        System.out.println("Processor time, of all cores: " + shares);
        System.out.println("Statements, the heaviest first (times are sums over all connections):");
        statements.forEach(System.out::println);
        recording.stop().forEach(System.out::println);
        check();
    }

    /**
     * One run's outcome.
     *
     * @param seconds from the first request until all is acknowledged and the queue is empty
     * @param behind how long the queue still had to be worked off after the last acknowledgement
     */
    private record Sent(int touchpoints, double seconds, double behind, long queued, Sample batches) {

        double perSecond() {
            return touchpoints / seconds;
        }
    }

    private Sent send(int touchpoints) throws Exception {
        int each = touchpoints / TicketSystem.BATCH / CLIENTS;
        List<List<byte[]>> bodies =
                systems.stream().map(system -> system.batches(each)).toList();
        var times = new Sample();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(Runnable::run)
                        .build()) {
            var work = new ArrayList<Callable<List<Double>>>();
            bodies.forEach(batches -> work.add(() -> send(http, batches)));
            long begun = System.nanoTime();
            for (Future<List<Double>> done : threads.invokeAll(work)) {
                done.get().forEach(times::add);
            }
            long acknowledged = System.nanoTime();
            long queued = mysql.number("SELECT COUNT(*) FROM changed_case");
            while (mysql.number("SELECT EXISTS (SELECT 1 FROM changed_case)") > 0) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            long ended = System.nanoTime();
            return new Sent(
                    each * CLIENTS * TicketSystem.BATCH,
                    (ended - begun) / 1e9,
                    (ended - acknowledged) / 1e9,
                    queued,
                    times);
        }
    }

    private List<Double> send(HttpClient http, List<byte[]> batches) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (byte[] batch : batches) {
            HttpRequest request = baton.request("/api/v1/touchpoints?items=rejected")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                    .build();
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            times.add((System.nanoTime() - begun) / 1e6);
            String text = new String(answer.body(), UTF_8);
            if (answer.statusCode() != 200 || !text.contains("\"accepted\":" + TicketSystem.BATCH)) {
                throw new IllegalStateException(
                        answer.statusCode() + ": " + text.substring(0, Math.min(500, text.length())));
            }
        }
        return times;
    }

    /** Neither side pays for pages that the other made dirty. */
    private static void rest() throws InterruptedException {
        System.gc();
        TimeUnit.SECONDS.sleep(5);
    }

    private static void tell(String name, Sent sent) {
        System.out.printf(
                "%s: %,d touchpoints in %.1f s, %,.0f a second; a batch p50 %.0f, p95 %.0f, p99 %.0f, max %.0f ms (aim: p99 at"
                        + " most %.0f); after the last one %,d entries were queued, for %.1f s%n",
                name,
                sent.touchpoints,
                sent.seconds,
                sent.perSecond(),
                sent.batches.median(),
                sent.batches.p95(),
                sent.batches.p99(),
                sent.batches.max(),
                AIM_P99,
                sent.queued,
                sent.behind);
    }

    private static void tell(String name, BareInsert.Outcome inserted) {
        System.out.printf(
                "%s: %,d rows in %.1f s, %,.0f a second; a batch p50 %.0f, p95 %.0f, p99 %.0f, max %.0f ms%n",
                name,
                inserted.rows(),
                inserted.seconds(),
                inserted.perSecond(),
                inserted.batches().median(),
                inserted.batches().p95(),
                inserted.batches().p99(),
                inserted.batches().max());
    }

    /** A fast intake that loses something, or computes nothing, would be worth nothing. */
    private void check() throws SQLException {
        System.out.printf(
                "In the database: %,d touchpoints, %,d in the roll-ups; %,d journeys, %,d handoffs of departments, %,d in the"
                        + " roll-ups; %,d cases could not be computed%n",
                mysql.number("SELECT COUNT(*) FROM touchpoint"),
                mysql.number("SELECT SUM(with_department) FROM summary_span WHERE span = 'D'"),
                mysql.number("SELECT COUNT(*) FROM journey"),
                mysql.number("SELECT COUNT(*) FROM handoff WHERE grain = 'DEPARTMENT'"),
                mysql.number(
                        "SELECT SUM(handoffs) FROM lane_span d JOIN lane l ON l.id = d.lane_id WHERE grain = 'DEPARTMENT' AND span = 'D'"),
                mysql.number("SELECT COUNT(*) FROM failed_case"));
    }
}
