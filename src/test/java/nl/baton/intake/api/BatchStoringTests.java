package nl.baton.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.baton.BatonTest;
import nl.baton.base.Stored;
import nl.baton.intake.item.Fields;
import nl.baton.intake.item.ItemKind;
import nl.baton.security.CurrentUser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What happens when the database is slow, away, or has somebody else's batch in the way. */
@BatonTest
class BatchStoringTests {

    @Autowired
    private BatchStoring storing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    /** Stores names of journey types, and fails after having stored as often as it is told to. */
    private final ItemKind<String> kind = new ItemKind<>() {
        @Override
        public String read(Fields fields, long position) {
            return fields.requiredText("externalId", 80);
        }

        @Override
        public List<Stored> store(List<String> items) {
            items.forEach(item -> jdbc.sql("INSERT INTO journey_type (id, code, name) VALUES (?, ?, 'x')")
                    .params(-Math.abs((long) item.hashCode()), item)
                    .update());
            if (!failures.isEmpty()) {
                throw failures.pop();
            }
            return items.stream().map(item -> Stored.ACCEPTED).toList();
        }
    };

    private final String item = "storing-" + UUID.randomUUID();

    @Test
    void a_batch_that_met_another_one_is_stored_again() {
        failures.add(new DuplicateKeyException("somebody was faster"));
        failures.add(new CannotAcquireLockException("deadlock"));
        assertThat(storing.store(kind, List.of(item))).containsExactly(Stored.ACCEPTED);
        assertThat(rows()).isOne();
    }

    @Test
    void without_the_database_the_sender_is_told_to_come_again_and_nothing_stays() {
        for (RuntimeException away : List.of(
                new DataAccessResourceFailureException("gone"),
                new UncategorizedSQLException("x", "x", new SQLException("gone", "08S01")))) {
            failures.add(away);
            assertRefused(HttpStatus.SERVICE_UNAVAILABLE, 5L);
        }
    }

    @Test
    void a_batch_that_never_gets_through_gives_up() {
        for (int n = 0; n < 20; n++) {
            failures.add(new CannotAcquireLockException("deadlock"));
        }
        assertRefused(HttpStatus.SERVICE_UNAVAILABLE, 1L);
    }

    @Test
    void what_the_database_will_never_take_is_no_reason_to_come_again() {
        for (int n = 0; n < 20; n++) {
            failures.add(new DuplicateKeyException("always"));
        }
        assertRefused(HttpStatus.UNPROCESSABLE_CONTENT, null);
    }

    @Test
    void a_batch_that_meets_one_after_another_may_come_again() {
        for (int n = 0; n < 20; n++) {
            failures.add(new DuplicateKeyException("somebody was faster with key " + n));
        }
        assertRefused(HttpStatus.SERVICE_UNAVAILABLE, 1L);
    }

    private void assertRefused(HttpStatus status, Long retry) {
        assertThatThrownBy(() -> storing.store(kind, List.of(item)))
                .isInstanceOfSatisfying(IntakeRefusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(status);
                    assertThat(refusal.retrySeconds()).isEqualTo(retry);
                });
        assertThat(rows()).isZero();
    }

    @Test
    void no_more_batches_are_on_their_way_than_there_are_slots() throws SQLException {
        var slots = new IntakeSlots(limits(1, 100), database);
        try (IntakeSlots.Slot taken = slots.take()) {
            assertThatThrownBy(slots::take)
                    .isInstanceOfSatisfying(
                            IntakeRefusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        }
        slots.take().close();
    }

    @Test
    void who_sends_too_fast_waits_and_others_do_not() {
        long[] asking = {-1};
        var rate = new SendingRate(
                limits(1, 100), () -> new CurrentUser(asking[0], "token", "token", Set.of(), null, Set.of()));
        rate.allowance().check();
        rate.allowance().spend(350);
        assertThatThrownBy(() -> rate.allowance().check()).isInstanceOfSatisfying(IntakeRefusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
            assertThat(refusal.retrySeconds()).isBetween(2L, 3L);
        });
        asking[0] = -2;
        rate.allowance().check();
    }

    private static IntakeLimits limits(int slots, int rate) {
        return new IntakeLimits(slots, Duration.ofMillis(50), DataSize.ofMegabytes(1), rate, rate);
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM journey_type WHERE code = ?")
                .param(item)
                .query(Long.class)
                .single();
    }
}
