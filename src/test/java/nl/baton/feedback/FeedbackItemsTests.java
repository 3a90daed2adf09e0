package nl.baton.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.BatonTest;
import nl.baton.base.Stored;
import nl.baton.journey.CaseKey;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** What customers say, as their sources state it. */
@BatonTest
class FeedbackItemsTests {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    @Autowired
    private FeedbackItems feedback;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private final String source = "survey-" + UUID.randomUUID();

    @Test
    void all_of_it_is_kept_and_known_again() {
        NewFeedback item = full(List.of("price", "tone"));
        assertThat(store(item, item)).containsExactly(Stored.ACCEPTED, Stored.KNOWN);
        assertThat(store(item)).containsExactly(Stored.KNOWN);

        assertThat(jdbc.sql("""
                        SELECT f.journey_type, f.journey_source, f.journey_case, f.handoff, f.request, f.kind, f.score,
                            f.text, f.language, f.channel, f.status, f.owner, f.cause, f.done, f.changed_something,
                            f.told_channel, f.not_told_reason, c.external_id
                        FROM feedback f JOIN customer c ON c.id = f.customer_id WHERE f.source = ?""").param(source).query().singleRow().values())
                .containsExactly(
                        "order",
                        "shop",
                        "O-1",
                        "H-1",
                        "R-1",
                        "NPS",
                        6,
                        "Too slow",
                        "nl",
                        "mail",
                        "TOLD",
                        "samira",
                        "waiting",
                        "called",
                        true,
                        "phone",
                        "asked not to",
                        "K1");
        assertThat(themes()).containsExactly("price", "tone");
    }

    @Test
    void other_themes_are_another_version() {
        NewFeedback item = full(List.of("price", "tone"));
        store(item);

        assertThat(store(full(List.of("tone")))).containsExactly(Stored.REPLACED);
        assertThat(themes()).containsExactly("tone");
        assertThat(jdbc.sql("""
                        SELECT h.version FROM feedback_history h JOIN feedback f ON f.id = h.item_id WHERE f.source = ?""").param(source).query(String.class).list().stream()
                        .map(version -> json.readValue(version, NewFeedback.class)))
                .containsExactly(item);
    }

    @Test
    void feedback_from_nobody_known_about_nothing_in_particular_is_kept_too() {
        NewFeedback item = new NewFeedback(
                source,
                "F1",
                null,
                null,
                null,
                null,
                FeedbackKind.IDEA,
                null,
                null,
                null,
                null,
                AT,
                FeedbackStatus.NEW,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(store(item)).containsExactly(Stored.ACCEPTED);
        assertThat(store(item)).containsExactly(Stored.KNOWN);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void no_role_stores_it_this_way(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_002, "tester", Set.of(role), null));
        try {
            assertThatThrownBy(() -> feedback.store(List.of())).isInstanceOf(AccessDeniedException.class);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private NewFeedback full(List<String> themes) {
        return new NewFeedback(
                source,
                "F1",
                "K1",
                new CaseKey("order", "shop", "O-1"),
                "H-1",
                "R-1",
                FeedbackKind.NPS,
                6,
                "Too slow",
                "nl",
                "mail",
                AT,
                FeedbackStatus.TOLD,
                "samira",
                AT.plusSeconds(86_400),
                themes,
                "waiting",
                "called",
                true,
                new NewFeedback.Told(AT.plusSeconds(60), "phone"),
                "asked not to",
                AT.plusSeconds(120));
    }

    private List<Stored> store(NewFeedback... batch) {
        return SystemWork.call(() -> feedback.store(List.of(batch)));
    }

    private List<String> themes() {
        return jdbc.sql("""
                        SELECT t.theme FROM feedback_theme t JOIN feedback f ON f.id = t.feedback_id
                        WHERE f.source = ? ORDER BY t.place""").param(source).query(String.class).list();
    }
}
