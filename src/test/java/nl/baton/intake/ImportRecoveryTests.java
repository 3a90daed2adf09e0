package nl.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.baton.database.DatabaseTest;
import nl.baton.handoff.Projection;
import nl.baton.intake.Import.Counts;
import nl.baton.intake.Import.State;
import nl.baton.intake.mapping.Field;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.read.Reason;
import nl.baton.journey.CaseKey;
import nl.baton.journey.ChangedCases;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a server that starts finds of imports that were under way when it stopped. */
@DatabaseTest
class ImportRecoveryTests {

    @Autowired
    private ImportTable table;

    @Autowired
    private ImportWorker worker;

    @Autowired
    private Spool spool;

    @Autowired
    private Projection projection;

    @Autowired
    private ChangedCases changedCases;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final String id = UUID.randomUUID().toString();

    @Test
    void what_was_not_stored_has_failed_and_says_so() throws IOException {
        SpooledFile left = spool.take("left.csv", new ByteArrayInputStream(new byte[10]));
        table.insert(id, "left.csv", mapping(), "steward");
        table.checking(id, 7_000);
        table.stored(id, 5_000, new Counts(4_000, 0, 0, 1_000));
        worker.start();
        Import found = table.find(id).orElseThrow();
        assertThat(found.state()).isEqualTo(State.FAILED);
        assertThat(found.error()).extracting("key").isEqualTo("intake.failed.restarted");
        assertThat(found.counts()).isEqualTo(Counts.NONE);
        assertThat(Files.exists(left.path())).isFalse();
    }

    @Test
    void what_was_stored_goes_on_to_its_handoffs() {
        table.insert(id, "stored.csv", mapping(), "steward");
        table.stored(id, 5_000, new Counts(4_000, 0, 0, 1_000));
        table.projecting(id, 0);
        worker.start();
        Import found = ended(State.PROJECTING);
        assertThat(found.state()).isEqualTo(State.DONE);
        assertThat(found.counts()).isEqualTo(new Counts(4_000, 0, 0, 1_000));
    }

    @Test
    void handoffs_that_could_not_be_computed_are_computed_at_the_next_start() {
        table.insert(id, "stored.csv", mapping(), "steward");
        table.stored(id, 2, new Counts(2, 0, 0, 0));
        table.ended(id, State.STORED, Reason.of("intake.failed.projection"));
        append();
        worker.start();
        Import found = ended(State.STORED);
        assertThat(found.state()).isEqualTo(State.DONE);
        assertThat(found.error()).isNull();
        assertThat(found.counts()).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(SystemWork.call(changedCases::count)).isZero();
    }

    @Test
    void what_another_node_has_in_hand_is_left_alone() {
        table.insert(id, "theirs.csv", mapping(), "steward");
        jdbc.sql("UPDATE file_import SET node = 'another' WHERE id = ?")
                .param(id)
                .update();

        worker.stop();
        worker.start();

        assertThat(table.find(id).orElseThrow().state()).isEqualTo(State.RUNNING);
        jdbc.sql("DELETE FROM file_import WHERE id = ?").param(id).update();
    }

    @Test
    void a_server_that_stops_while_handoffs_are_computed_goes_on_with_them_after_its_start() throws Exception {
        append();
        SystemWork.run(() -> projection.projectAll(done -> {}));
        table.insert(id, "stored.csv", mapping(), "steward");
        table.projecting(id, 0);
        Thread stopping = Thread.ofPlatform().unstarted(worker::stop);
        // Nobody can compute the journey before this transaction is over, and by then the server is about to stop.
        transaction.executeWithoutResult(status -> {
            long caseId = jdbc.sql("SELECT id FROM journey_case WHERE source = ? FOR UPDATE")
                    .param(id)
                    .query(Long.class)
                    .single();
            ownTransaction()
                    .executeWithoutResult(own -> jdbc.sql("INSERT INTO changed_case (case_id, marked_at) VALUES (?, ?)")
                            .params(caseId, LocalDateTime.now(ZoneOffset.UTC))
                            .update());
            worker.start();
            stopping.start();
            while (worker.isRunning()) {
                LockSupport.parkNanos(1_000_000);
            }
        });
        stopping.join();
        assertThat(table.find(id).orElseThrow().state()).isEqualTo(State.PROJECTING);
        worker.start();
        assertThat(ended(State.PROJECTING).state()).isEqualTo(State.DONE);
    }

    private TransactionTemplate ownTransaction() {
        var own = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    private void append() {
        SystemWork.run(() -> touchpoints.append(
                List.of(NewTouchpoint.of(
                                id, "1", new CaseKey("recovery", id, "1"), Instant.parse("2026-01-05T10:00:00Z"))
                        .department("Sales")
                        .build()),
                Via.FILE));
    }

    /** The import once it is no longer in this state, if that does not take too long. */
    private Import ended(State before) {
        Import found = table.find(id).orElseThrow();
        for (int i = 0; i < 1_000 && found.state() == before; i++) {
            LockSupport.parkNanos(20_000_000);
            found = table.find(id).orElseThrow();
        }
        return found;
    }

    private static Mapping mapping() {
        return new Mapping(
                "recovery", "file", new EnumMap<>(Map.of(Field.JOURNEY, "a", Field.AT, "b")), null, null, List.of());
    }
}
