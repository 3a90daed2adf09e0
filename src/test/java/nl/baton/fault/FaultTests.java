package nl.baton.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import nl.baton.database.OnMySql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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
}
