package nl.baton.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.baton.database.PrivateMySql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database and one or two Baton nodes on it, all processes of its own, on loopback, that end with it. */
public final class FaultHouse implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(4);
    private static final List<String> HISTORY = List.of(
            "finding",
            "handoff",
            "pending_pass",
            "course_stage",
            "journey_course",
            "journey_answer",
            "journey_other_answers",
            "answer_count",
            "journey_day",
            "lane_span",
            "lane_span_rule",
            "lane_span_wait",
            "summary_span",
            "moved_month",
            "figures_move",
            "case_reference",
            "case_proposal",
            "failed_case",
            "journey",
            "touchpoint_history",
            "touchpoint",
            "journey_case");

    private final Path folder;
    private final String token = UUID.randomUUID().toString();
    private final @Nullable PrivateMySql mysql;
    private final String url;
    private final JdbcClient database;
    private final List<BatonNode> nodes = new ArrayList<>();

    /** Who is interrupted leaves no node behind. */
    private final Thread atExit = new Thread(() -> nodes.forEach(BatonNode::close));

    private FaultHouse(Path folder, @Nullable PrivateMySql mysql, String url) {
        this.folder = folder;
        this.mysql = mysql;
        this.url = url;
        this.database = JdbcClient.create(new DriverManagerDataSource(url));
        Runtime.getRuntime().addShutdownHook(atExit);
        addNode();
    }

    public static FaultHouse onMySql() {
        PrivateMySql mysql = PrivateMySql.start("--innodb-buffer-pool-size=128M");
        return new FaultHouse(emptyFolder(), mysql, mysql.url());
    }

    /** Embedded in the node, and open to this process beside it, so that what is stored can be looked at. */
    public static FaultHouse onH2() {
        Path folder = emptyFolder();
        return new FaultHouse(
                folder,
                null,
                "jdbc:h2:file:" + folder.resolve("baton")
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;AUTO_SERVER=TRUE");
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "faults")), "house")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addNode() {
        nodes.add(BatonNode.start(url, token, folder, "node-" + nodes.size()));
        nodes.getLast().awaitPort();
    }

    /** Lets a fault happen in the middle of an intake, and says what became of it. The same seed sends the same. */
    public Verdict round(Fault fault, long seed) {
        return round(fault, seed, database -> {});
    }

    /** @param tampering what is done to the database behind Baton's back before it is looked at */
    Verdict round(Fault fault, long seed, Consumer<JdbcClient> tampering) {
        if (fault == Fault.TWO_NODES) {
            needTwoNodes();
        }
        String source = "fault-" + UUID.randomUUID();
        var ledger = new Ledger();
        Round.Times times = new Round(this, fault, seed, source, ledger).run();
        tampering.accept(database);
        var items = new StoredItems(database, source, ledger);
        var differences = new ArrayList<>(StoredJourneys.differences(database, source, ledger));
        if (count("failed_case") > 0) {
            differences.add("some journeys could not be computed");
        }
        differences.addAll(RelaysInMemory.differences(database));
        differences.addAll(SummedRollUps.differences(database));
        differences.addAll(new RebuiltFigures(database).differences(() -> node(0).rebuild()));
        throwAway();
        return new Verdict(
                fault,
                seed,
                ledger.acknowledged().size(),
                items.lost,
                items.doubled,
                items.strange,
                differences,
                times.serves(),
                times.upToDate());
    }

    void needTwoNodes() {
        if (nodes.size() == 1) {
            addNode();
        }
    }

    JdbcClient database() {
        return database;
    }

    BatonNode node(int n) {
        return nodes.get(n);
    }

    String token() {
        return token;
    }

    PrivateMySql mysql() {
        if (mysql == null) {
            throw new IllegalStateException("There is no MySQL here to be broken");
        }
        return mysql;
    }

    /** Waits until all figures are up to date. */
    void awaitUpToDate() {
        long begun = System.nanoTime();
        while (count("changed_case") > 0) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException("The figures never come up to date: see " + folder);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private long count(String table) {
        return database.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    /** The next round begins without a history, so that it costs no more than this one; what nodes know by heart stays. */
    private void throwAway() {
        HISTORY.forEach(table -> database.sql("DELETE FROM " + table).update());
        database.sql("DELETE FROM figures_generation WHERE state = 'RETIRED'").update();
    }

    @Override
    public void close() {
        nodes.forEach(BatonNode::close);
        Runtime.getRuntime().removeShutdownHook(atExit);
        if (mysql != null) {
            mysql.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            // what the nodes said stays, to be read
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.toString().endsWith(".log") && !file.equals(folder)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
