package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.baton.database.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class IdsTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void ids_begin_at_one_and_blocks_adjoin() {
        Ids ids = new Ids(jdbc, transactions);

        assertThat(ids.reserve("ids.adjoin", 10)).isEqualTo(1);
        assertThat(ids.reserve("ids.adjoin", 1)).isEqualTo(11);
        assertThat(ids.reserve("ids.adjoin", 5)).isEqualTo(12);
    }

    @Test
    void two_nodes_never_give_the_same_id() {
        Ids one = new Ids(jdbc, transactions);
        Ids other = new Ids(jdbc, transactions);
        Set<Long> given = new HashSet<>();

        for (int i = 0; i < 120; i++) {
            assertThat(given.add(one.next("ids.nodes"))).isTrue();
            assertThat(given.add(other.next("ids.nodes"))).isTrue();
        }
    }

    @Test
    void many_at_once_on_a_new_name_get_blocks_that_do_not_overlap() throws Exception {
        List<Future<Long>> firsts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 24; i++) {
                firsts.add(threads.submit(() -> new Ids(jdbc, transactions).reserve("ids.race", 7)));
            }
        }
        List<Long> given = new ArrayList<>();
        for (Future<Long> first : firsts) {
            given.add(first.get());
        }
        given.sort(null);
        for (int i = 1; i < given.size(); i++) {
            assertThat(given.get(i) - given.get(i - 1)).isGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void a_block_stays_taken_when_the_work_around_it_is_undone() {
        Ids ids = new Ids(jdbc, transactions);
        new TransactionTemplate(transactions).executeWithoutResult(work -> {
            ids.reserve("ids.undone", 10);
            work.setRollbackOnly();
        });

        assertThat(ids.reserve("ids.undone", 1)).isEqualTo(11);
    }
}
