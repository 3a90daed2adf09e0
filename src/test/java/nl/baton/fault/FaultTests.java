package nl.baton.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import nl.baton.database.OnMySql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Baton and MySQL as real processes, broken in the middle of the intake: nothing acknowledged is lost, no figure is wrong. */
@Tag(OnMySql.TAG)
@EnabledOnOs(OS.LINUX)
class FaultTests {

    private static final int ROUNDS = 2;

    private static FaultHouse house;

    @BeforeAll
    static void start() {
        house = FaultHouse.onMySql();
    }

    @AfterAll
    static void end() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void what_was_acknowledged_is_there_once_and_all_figures_are_those_of_a_rebuild(Fault fault) {
        for (int round = 0; round < ROUNDS; round++) {
            Verdict verdict = house.round(fault, new Random().nextLong());
            System.out.println(verdict);
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
        }
    }

    /** Otherwise no round would prove anything. */
    @Test
    void what_goes_wrong_behind_batons_back_is_found() {
        Verdict verdict = house.round(Fault.CONNECTION_CUT, 1, database -> {
            database.sql("UPDATE touchpoint SET external_id = 'renamed' WHERE external_id = 'shared-1'")
                    .update();
            database.sql("UPDATE touchpoint SET text = 'changed' WHERE external_id = 'shared-2'")
                    .update();
            database.sql("UPDATE lane_span SET handoffs = handoffs + 1 WHERE span = 'D' ORDER BY lane_id LIMIT 1")
                    .update();
            database.sql("DELETE FROM handoff ORDER BY id DESC LIMIT 1").update();
        });

        assertThat(verdict.lost()).hasSize(2).anyMatch(lost -> lost.contains("shared-1 is not there"));
        assertThat(verdict.strange()).hasSize(2).anyMatch(strange -> strange.contains("renamed"));
        assertThat(verdict.differences())
                .anyMatch(difference -> difference.startsWith("handoff in memory only"))
                .anyMatch(difference -> difference.startsWith("handoff is rebuilt only"))
                .anyMatch(difference -> difference.startsWith("lane_span was live only"))
                .anyMatch(difference -> difference.matches("lane_span .* the sum is .*"));
    }
}
