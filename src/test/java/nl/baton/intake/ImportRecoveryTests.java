package nl.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.baton.BatonTest;
import nl.baton.intake.Import.Counts;
import nl.baton.intake.Import.State;
import nl.baton.intake.mapping.Field;
import nl.baton.intake.mapping.Mapping;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a server that starts finds of imports that were under way when it stopped. */
@BatonTest
class ImportRecoveryTests {

    @Autowired
    private ImportTable table;

    @Autowired
    private ImportWorker worker;

    @Autowired
    private Spool spool;

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
        Import found = table.find(id).orElseThrow();
        for (int i = 0; i < 1_000 && !found.state().ended(); i++) {
            LockSupport.parkNanos(20_000_000);
            found = table.find(id).orElseThrow();
        }
        assertThat(found.state()).isEqualTo(State.DONE);
        assertThat(found.counts()).isEqualTo(new Counts(4_000, 0, 0, 1_000));
    }

    private static Mapping mapping() {
        return new Mapping(
                "recovery", "file", new EnumMap<>(Map.of(Field.JOURNEY, "a", Field.AT, "b")), null, null, List.of());
    }
}
