package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import nl.baton.database.DatabaseTest;
import nl.baton.journey.CaseKey;
import nl.baton.journey.CaseLinks;
import nl.baton.journey.LinkProposal.State;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who may run the engine room, asked of the services themselves for every role. */
@DatabaseTest
class EngineRoomAccessTests {

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Computation computation;

    @Autowired
    private JourneyReports reports;

    @Autowired
    private CaseLinks links;

    @Autowired
    private ApiTokens tokens;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @EnumSource
    void rebuilding_and_tokens_are_an_administrators_joining_a_stewards_and_reports_no_persons(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_040, "tester", Set.of(role), null));

        expect(role == Role.ADMIN, rebuild::underWay);
        expect(role == Role.ADMIN, rebuild::shownSince);
        expect(role == Role.ADMIN, computation::now);
        expect(role == Role.ADMIN, computation::retryFailed);
        expect(role == Role.ADMIN, tokens::list);
        expect(role == Role.STEWARD, () -> links.proposals(State.OPEN, 0, 1));
        expect(false, () -> reports.report(new CaseKey("type", "source", "case"), Grain.DEPARTMENT));
        if (role != Role.ADMIN) {
            expect(false, rebuild::request);
        }
        if (role != Role.STEWARD) {
            expect(false, () -> links.join(1, 2));
            expect(false, () -> links.part(1));
            expect(false, () -> links.decide(1, 2, State.CONFIRMED));
        }
    }

    private static void expect(boolean allowed, ThrowingCallable call) {
        if (allowed) {
            assertThatCode(call).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
    }
}
