package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.baton.base.Durability;
import nl.baton.customer.search.IndexedCustomer;
import nl.baton.customer.search.Scrap;
import nl.baton.database.DatabaseTest;
import nl.baton.journey.CaseKey;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** An index follows the database whatever becomes of the node: nothing lost, nothing doubled. */
@DatabaseTest
class IndexKeeperTests {

    @TempDir
    private Path home;

    @Autowired
    private IndexSource source;

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private SearchRebuild rebuild;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Durability durability;

    @Autowired
    private JsonMapper json;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String key = UUID.randomUUID().toString().replaceAll("\\W", "");
    private Clock clock = Clock.systemUTC();
    private IndexKeeper keeper;

    @AfterEach
    void leave() {
        keeper.close();
    }

    private void start() {
        keeper = new IndexKeeper(
                new SearchProperties(home, new SearchProperties.Search(Map.of("io.writer.ram_buffer_size", "8"))),
                source,
                jdbc,
                durability,
                json,
                clock);
        settle();
    }

    private void settle() {
        while (keeper.step()) {
            // there is more to do
        }
    }

    private void store(String name) {
        SystemWork.run(
                () -> customers.store(List.of(NewCustomer.of(key, "K1", NewCustomer.Kind.PERSON, name + " " + key)
                        .build())));
    }

    private List<String> found(String scrap) {
        Scrap read = Scrap.of(scrap);
        return keeper.ask(index -> index.find(read, Set.of(IndexedCustomer.Field.values()), false, 0, 10).stream()
                        .map(IndexedCustomer::name)
                        .toList())
                .orElseThrow();
    }

    private Path generation() throws IOException {
        try (Stream<Path> paths = Files.list(home.resolve("search"))) {
            return paths.filter(Files::isDirectory)
                    .reduce((a, b) -> {
                        throw new AssertionError("several indexes are kept");
                    })
                    .orElseThrow();
        }
    }

    @Test
    void a_change_is_found_as_soon_as_the_index_has_looked() {
        store("Wilhelmina");
        start();
        assertThat(found(key)).containsExactly("Wilhelmina " + key);

        store("Hendrika");
        settle();
        assertThat(found(key)).containsExactly("Hendrika " + key);

        SystemWork.run(() -> touchpoints.append(
                List.of(NewTouchpoint.of(key, "1", new CaseKey(key, key, "ZAAK" + key), clock.instant())
                        .customer(List.of(Identity.source("K1")))
                        .build()),
                Via.API));
        // the case becomes the customer's when its journey is computed
        for (int i = 0; i < 100 && found("zaak" + key).isEmpty(); i++) {
            pause();
            settle();
        }
        assertThat(found("zaak" + key)).containsExactly("Hendrika " + key);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_changed_while_a_node_was_away_is_caught_up_with() throws IOException {
        store("Wilhelmina");
        start();
        Path before = generation();
        keeper.close();
        store("Hendrika");

        start();

        assertThat(found(key)).containsExactly("Hendrika " + key);
        assertThat(generation()).isEqualTo(before);
    }

    @Test
    void a_position_that_was_not_kept_in_time_has_changes_applied_again_and_none_twice() throws IOException {
        start();
        Path position = generation().resolve("position.json");
        byte[] early = Files.readAllBytes(position);
        store("Wilhelmina");
        settle();
        long size = size();
        keeper.close();
        Files.write(position, early);

        start();

        assertThat(found(key)).containsExactly("Wilhelmina " + key);
        assertThat(size()).isGreaterThanOrEqualTo(size);
        assertThat(size())
                .isEqualTo(jdbc.sql("SELECT COUNT(*) FROM customer")
                        .query(Long.class)
                        .single());
    }

    private long size() {
        return keeper.ask(index -> index.size()).orElseThrow();
    }

    @Test
    void without_its_position_or_its_files_an_index_is_built_anew() throws IOException {
        store("Wilhelmina");
        start();
        Path first = generation();
        keeper.close();
        Files.delete(first.resolve("position.json"));
        start();
        assertThat(found(key)).containsExactly("Wilhelmina " + key);

        keeper.close();
        FileSystemUtils.deleteRecursively(home.resolve("search"));
        start();
        assertThat(found(key)).containsExactly("Wilhelmina " + key);
    }

    @Test
    void a_damaged_index_is_built_anew() throws IOException {
        store("Wilhelmina");
        start();
        keeper.close();
        try (Stream<Path> files = Files.walk(generation())) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("_.*|segments.*"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        start();

        assertThat(found(key)).containsExactly("Wilhelmina " + key);
    }

    @Test
    void an_index_of_another_format_or_database_or_too_old_is_not_read() throws IOException {
        store("Wilhelmina");
        for (String change : List.of("\"format\":\"", "\"origin\":\"")) {
            start();
            Path position = generation().resolve("position.json");
            keeper.close();
            Files.writeString(position, Files.readString(position).replace(change, change + "other "));
            Path trace = Files.createFile(position.resolveSibling("trace"));
            start();
            assertThat(trace).doesNotExist();
            assertThat(found(key)).containsExactly("Wilhelmina " + key);
            keeper.close();
        }
        start();
        Path trace = Files.createFile(generation().resolve("trace"));
        keeper.close();
        clock = Clock.offset(clock, FollowingIndex.OLDEST.plus(Duration.ofDays(1)));
        start();
        assertThat(trace).doesNotExist();
        assertThat(found(key)).containsExactly("Wilhelmina " + key);
    }

    @Test
    void a_rebuild_that_is_asked_for_takes_place_beside_the_index_in_use() throws IOException {
        store("Wilhelmina");
        start();
        Path before = generation();

        SystemWork.run(rebuild::request);
        keeper.step();
        assertThat(keeper.built()).isPresent();
        assertThat(found(key)).containsExactly("Wilhelmina " + key);
        store("Hendrika");
        settle();

        assertThat(keeper.built()).isEmpty();
        assertThat(generation()).isNotEqualTo(before);
        assertThat(found(key)).containsExactly("Hendrika " + key);
    }

    @Test
    void two_nodes_with_one_home_have_an_index_each() throws IOException {
        store("Wilhelmina");
        start();
        IndexKeeper first = keeper;
        start();
        assertThat(found(key)).containsExactly("Wilhelmina " + key);
        first.close();
        assertThat(home.resolve("search-2")).isDirectory();
    }

    @Test
    void a_change_that_is_committed_after_later_ones_is_not_missed() {
        start();
        var outer = new TransactionTemplate(transactions);
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        SystemWork.run(() -> outer.executeWithoutResult(open -> {
            customers.store(List.of(NewCustomer.of(key, "L1", NewCustomer.Kind.PERSON, "Laat " + key)
                    .build()));
            inner.executeWithoutResult(
                    later -> customers.store(List.of(NewCustomer.of(key, "V1", NewCustomer.Kind.PERSON, "Vroeg " + key)
                            .build())));
            inner.executeWithoutResult(meanwhile -> settle());
            assertThat(found(key)).containsExactly("Vroeg " + key);
        }));
        settle();
        assertThat(found(key)).containsExactlyInAnyOrder("Laat " + key, "Vroeg " + key);
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_trace() {
        start();
        SystemWork.run(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            store("Niemand");
            status.setRollbackOnly();
        }));
        store("Wilhelmina");
        settle();

        assertThat(found(key)).containsExactly("Wilhelmina " + key);
    }

    @Test
    void only_changes_that_every_node_has_seen_are_swept() {
        store("Wilhelmina");
        long before = jdbc.sql("SELECT COUNT(*) FROM changed_customer")
                .query(Long.class)
                .single();

        SearchUpkeep.sweep(jdbc, Clock.offset(clock, FollowingIndex.OLDEST));
        start();

        assertThat(jdbc.sql("SELECT COUNT(*) FROM changed_customer")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(before);
        SearchUpkeep.sweep(jdbc, Clock.offset(clock, SearchUpkeep.KEPT.plusDays(1)));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM changed_customer")
                        .query(Long.class)
                        .single())
                .isLessThan(before);
    }
}
