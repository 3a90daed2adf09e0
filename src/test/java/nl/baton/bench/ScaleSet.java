package nl.baton.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import nl.baton.BatonApplication;
import nl.baton.customer.ComputedCustomers;
import nl.baton.customer.SearchRebuild;
import nl.baton.database.PrivateMySql;
import nl.baton.handoff.FiguresFingerprint;
import nl.baton.handoff.Rebuild;
import nl.baton.security.SystemWork;
import nl.baton.value.Valuation;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A company's history in a MySQL of its own, and Baton on it. It is made once per machine, and again when a migration
 * or the making has changed.
 */
final class ScaleSet implements AutoCloseable {

    /** Counts up when the same code would make something else. */
    private static final int MAKING = 5;

    private static final String MARKER = "complete";

    /** Before what was made, when it is not yet finished. */
    private static final String FILLED = "filled ";

    private static final int RECOMPUTED = 3_000;

    private final String name;
    private final PrivateMySql server;
    private final BenchMySql mysql;
    private final Path home;
    private final String token = UUID.randomUUID().toString();
    private final ConfigurableApplicationContext baton;

    /** @param home of Baton, with its search index */
    private ScaleSet(String name, PrivateMySql server, Path home) {
        this.name = name;
        this.server = server;
        this.mysql = new BenchMySql(server.url());
        this.home = home;
        this.baton = new SpringApplicationBuilder(BatonApplication.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--baton.home=" + home,
                        "--baton.demo=off",
                        "--baton.api-token=" + token,
                        "--vaadin.productionMode=true",
                        "--logging.level.root=error",
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + server.url());
    }

    /** Starts it, and makes it first where it is not there. */
    static ScaleSet open(String name, int months, String... options) throws Exception {
        Path folder = cache().resolve("scale-" + name);
        String making = MAKING + "-" + migrations();
        Path marker = folder.resolve(MARKER);
        String made = Files.exists(marker) ? Files.readString(marker).strip() : "";
        if (!made.equals(making)) {
            if (!made.equals(FILLED + making)) {
                fill(name, folder, months);
                Files.writeString(marker, FILLED + making);
            }
            finish(name, folder);
            Files.writeString(marker, making);
        }
        var set = new ScaleSet(name, PrivateMySql.on(folder, options), home(folder));
        set.awaitRest();
        return set;
    }

    private static Path home(Path folder) {
        return folder.resolve("home");
    }

    private static void fill(String name, Path folder, int months) throws Exception {
        ScaleNode.tell("Making the set of %s in %s, once on this machine", name, folder);
        FileSystemUtils.deleteRecursively(folder);
        // the index of this one is of nobody: it is not told of those who are loaded
        Path home = Files.createTempDirectory("baton-scale");
        try (var set = new ScaleSet(name, making(folder), home)) {
            Instant end = Instant.now().truncatedTo(ChronoUnit.DAYS);
            set.putOffSealing();
            new ScaleHistory(set.mysql, set.baton, months, end).fill();
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    /** What is lost here in a crash is made again. */
    private static PrivateMySql making(Path folder) throws IOException {
        return PrivateMySql.on(
                folder,
                "--local-infile=1",
                "--innodb-buffer-pool-size=3G",
                "--innodb-redo-log-capacity=4G",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=OFF");
    }

    private static void finish(String name, Path folder) throws Exception {
        FileSystemUtils.deleteRecursively(home(folder));
        try (var set = new ScaleSet(name, making(folder), home(folder))) {
            // what was loaded at once MySQL would go on taking for a handful of rows
            set.analyse();
            set.noteOutcomes();
            set.notePromises();
            set.computeFigures();
            set.value();
            set.recompute();
            set.awaitRest();
            set.analyse();
        }
    }

    /** Months that are still being filled are not to be added up in between: both would wait for one another. */
    private void putOffSealing() throws Exception {
        String task = " FROM scheduled_tasks WHERE task_name = 'seal-months' AND picked = FALSE";
        while (mysql.number("SELECT COUNT(last_success)" + task) == 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        mysql.run(
                "UPDATE scheduled_tasks SET execution_time = NOW(6) + INTERVAL 1 DAY WHERE task_name = 'seal-months'");
    }

    private void analyse() throws Exception {
        mysql.run(
                "ANALYZE TABLE touchpoint, journey_case, journey, promise, promise_mention, promise_holder, handoff, finding, lane, lane_span,"
                        + " lane_span_rule, lane_span_wait, summary_span, journey_day, pending_pass, journey_course, course_stage, customer, customer_statement, customer_identity,"
                        + " customer_preference, customer_consent, customer_claim, customer_field, customer_value, stake_day, purchase, feedback");
    }

    /** As the intake does with the first outcome of each source. */
    private void noteOutcomes() throws Exception {
        mysql.run("""
                INSERT IGNORE INTO outcome_source (source, since_at)
                SELECT DISTINCT source, NOW(6) FROM touchpoint WHERE outcome IS NOT NULL""");
    }

    private void computeFigures() throws Exception {
        long begun = System.nanoTime();
        var rebuild = baton.getBean(Rebuild.class);
        SystemWork.run(rebuild::request);
        while (SystemWork.call(() -> rebuild.underWay().isPresent())) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        ScaleNode.tell("       all figures in %.0f s", (System.nanoTime() - begun) / 1e9);
    }

    /** What customers are worth, and what is at stake on each lane. */
    private void value() throws Exception {
        long begun = System.nanoTime();
        var valuation = baton.getBean(Valuation.class);
        SystemWork.run(valuation::request);
        while (SystemWork.call(() -> valuation.underWay().isPresent())
                || mysql.number("SELECT COUNT(*) FROM stake_run WHERE state = 'LIVE'") == 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        ScaleNode.tell(
                "       %,d customers valued, and what is at stake, in %.0f s",
                mysql.number("SELECT COUNT(*) FROM customer_value"), (System.nanoTime() - begun) / 1e9);
    }

    /** Who has the journeys in which something was promised, and what became of it, is noted by Baton itself. */
    private void notePromises() throws Exception {
        mysql.run("""
                INSERT INTO changed_case (case_id, marked_at)
                SELECT DISTINCT case_id, NOW(6) FROM touchpoint WHERE details IS NOT NULL""");
        awaitEmpty("changed_case");
        ScaleNode.tell("       %,d promises", mysql.number("SELECT COUNT(*) FROM promise"));
    }

    private void awaitEmpty(String queue) throws Exception {
        while (mysql.number("SELECT EXISTS (SELECT 1 FROM " + queue + ")") > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Until nothing is left to be done behind the scenes, so that what is measured has the machine to itself. */
    private void awaitRest() throws Exception {
        awaitEmpty("upkeep_queue");
        awaitEmpty("changed_case");
        var search = baton.getBean(SearchRebuild.class);
        while (SystemWork.call(
                () -> !search.progress().ready() || search.progress().underWay())) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Baton itself, asked to compute some of it again, must find nothing to change. */
    private void recompute() throws Exception {
        var jdbc = baton.getBean(JdbcTemplate.class);
        List<Long> before = fingerprint(jdbc);
        ComputedCustomers.recompute(jdbc, RECOMPUTED);
        jdbc.update("""
                INSERT INTO changed_case (case_id, marked_at)
                SELECT id, NOW(6) FROM journey_case ORDER BY MOD(id * 7919, 100003), id LIMIT %d""".formatted(RECOMPUTED));
        awaitEmpty("changed_case");
        awaitEmpty("upkeep_queue");
        List<Long> after = fingerprint(jdbc);
        if (!before.equals(after) || mysql.number("SELECT COUNT(*) FROM failed_case") > 0) {
            throw new IllegalStateException("Baton computes something else: " + before + " became " + after);
        }
        ScaleNode.tell("       %,d journeys and customers computed by Baton itself: nothing differs", RECOMPUTED);
    }

    private static List<Long> fingerprint(JdbcTemplate jdbc) {
        var all = new ArrayList<>(FiguresFingerprint.withIds(jdbc));
        all.addAll(ComputedCustomers.fingerprint(jdbc));
        return all;
    }

    /** As in {@code bin/tools.sh}. */
    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isEmpty() ? Path.of(System.getenv("HOME"), ".cache") : Path.of(xdg);
        return base.resolve("baton");
    }

    private static String migrations() throws IOException {
        var sum = new CRC32();
        Resource[] scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
        Arrays.sort(scripts, Comparator.comparing(script -> Objects.requireNonNull(script.getFilename())));
        for (Resource script : scripts) {
            try (InputStream text = script.getInputStream()) {
                sum.update(text.readAllBytes());
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** Baton itself, for whoever opens its screens. */
    ApplicationContext baton() {
        return baton;
    }

    /** The bytes of the search index. */
    long indexSize() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("search"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    String name() {
        return name;
    }

    BenchMySql mysql() {
        return mysql;
    }

    <T> T bean(Class<T> type) {
        return baton.getBean(type);
    }

    String address(String path) {
        return "http://127.0.0.1:" + baton.getEnvironment().getProperty("local.server.port") + path;
    }

    String token() {
        return token;
    }

    /** The day of the last pick-up. */
    LocalDate lastDay() throws Exception {
        return LocalDate.parse(mysql.text("SELECT MAX(span_start) FROM lane_span WHERE span = 'D'"));
    }

    @Override
    public void close() {
        baton.close();
        server.close();
    }
}
