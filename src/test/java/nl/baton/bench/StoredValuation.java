package nl.baton.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import nl.baton.BatonApplication;
import nl.baton.database.PrivateMySql;
import nl.baton.security.SystemWork;
import nl.baton.value.Valuation;
import nl.baton.value.Valuation.Progress;
import nl.baton.value.Valuation.Step;
import nl.baton.value.model.Simulated;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Customers with purchases in MySQL, valued from there and into there by Baton in this process. */
final class StoredValuation {

    private static final Map<String, String> COLUMNS = Map.of(
            "customer", "id, source, external_id, kind",
            "purchase",
                    "id, source, external_id, customer_id, purchased_at, amount, margin, currency, kind, arrived_at");
    private static final int AT_ONCE = 20_000;
    private static final int SHORTEST = 100;
    private static final int DAYS = 1_000;
    private static final long PAUSE = 200;

    private StoredValuation() {}

    static void measure(int customers, Simulated simulated) throws Exception {
        Path home = Files.createTempDirectory("baton-value");
        try (PrivateMySql server = PrivateMySql.start(
                        "--local-infile=1", "--innodb-buffer-pool-size=2G", "--innodb-redo-log-capacity=1G");
                ConfigurableApplicationContext baton = new SpringApplicationBuilder(BatonApplication.class)
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--baton.home=" + home,
                                "--baton.demo=off",
                                "--vaadin.productionMode=true",
                                "--logging.level.root=error",
                                "--spring.main.banner-mode=off",
                                "--spring.datasource.url=" + server.url())) {
            var mysql = new BenchMySql(server.url());
            System.out.println(mysql.settings());
            System.out.printf("%,d purchases of %,d customers stored%n", fill(mysql, customers, simulated), customers);
            value(baton.getBean(Valuation.class), customers);
            System.out.println(
                    mysql.text("SELECT GROUP_CONCAT(verdict) FROM value_fit") + "; tiers " + mysql.text("""
                            SELECT GROUP_CONCAT(tier, ' ', n) FROM (
                                SELECT tier, COUNT(*) AS n FROM customer_value GROUP BY tier ORDER BY tier) t"""));
            new SegmentCounting(mysql, baton).measure();
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private static long fill(BenchMySql mysql, int customers, Simulated simulated) throws Exception {
        var rows = new BulkLoad(COLUMNS);
        var random = new Random(1);
        LocalDate end = LocalDate.now().minusDays(1);
        long purchase = 0;
        try (Connection connection = mysql.connect("&allowLoadLocalInfile=true")) {
            for (int customer = 1; customer <= customers; customer++) {
                rows.add("customer", customer, "shop", "K" + customer, "PERSON");
                int age = SHORTEST + customer % DAYS;
                double usual = 20 * Math.exp(0.5 * random.nextGaussian());
                for (int day : simulated.purchaseDays(age)) {
                    purchase++;
                    double amount = usual * (0.5 + random.nextDouble());
                    String at = end.minusDays((long) age - day) + " 12:00:00";
                    rows.add(
                            "purchase",
                            purchase,
                            "shop",
                            "P" + purchase,
                            customer,
                            at,
                            "%.2f".formatted(amount),
                            purchase % 2 == 0 ? "%.2f".formatted(0.3 * amount) : null,
                            "EUR",
                            "SALE",
                            at);
                }
                if (customer % AT_ONCE == 0 || customer == customers) {
                    Map<String, StringBuilder> texts = rows.take();
                    for (String table : new String[] {"customer", "purchase"}) {
                        rows.load(connection, table, texts.get(table));
                    }
                }
            }
        }
        return purchase;
    }

    private static void value(Valuation valuation, int customers) throws InterruptedException {
        SystemWork.run(valuation::request);
        Map<Step, Long> begun = new EnumMap<>(Step.class);
        long start = System.nanoTime();
        long most = 0;
        Progress progress = SystemWork.call(valuation::underWay).orElseThrow();
        while (progress != null) {
            begun.putIfAbsent(progress.step(), System.nanoTime());
            most = Math.max(
                    most,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
            Thread.sleep(PAUSE);
            progress = SystemWork.call(valuation::underWay).orElse(null);
        }
        long end = System.nanoTime();
        long score = begun.getOrDefault(Step.SCORE, end);
        long rank = begun.getOrDefault(Step.RANK, end);
        System.out.printf(
                "%,d customers read and fitted in %.1f s, scored with intervals and stored in %.1f s (aim: 180 s), ranked in %.1f s; %.1f s in all, heap at most %d MB%n",
                customers,
                (score - start) / 1e9,
                (rank - score) / 1e9,
                (end - rank) / 1e9,
                (end - start) / 1e9,
                most >> 20);
    }
}
