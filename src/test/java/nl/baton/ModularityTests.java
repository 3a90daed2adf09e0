package nl.baton;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the modules hold: each uses only what its {@code package-info} allows, and there is no cycle. */
class ModularityTests {

    @Test
    void modules_use_only_what_their_front_door_allows() {
        ApplicationModules.of(BatonApplication.class).verify();
    }
}
