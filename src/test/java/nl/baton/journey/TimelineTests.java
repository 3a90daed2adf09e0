package nl.baton.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.Projection;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** One list over all departments, narrowed as asked, and never telling what the asker may not read. */
@DatabaseTest
class TimelineTests {

    private static final Instant START = Instant.parse("2026-02-02T09:00:00Z");

    @Autowired
    private Timeline timeline;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JdbcClient jdbc;

    private final String source = UUID.randomUUID().toString().substring(0, 18);
    private long customer;

    @BeforeEach
    void aJourney() {
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(
                            step("1", "1", 0, "A", Direction.INBOUND, "Phone call", "Waar blijft het?"),
                            step("2", "1", 1, "A", Direction.INTERNAL, null, "Geheim van A"),
                            step("3", "1", 2, "B", Direction.OUTBOUND, "E-mail", "Komt 100%_zeker!"),
                            step("4", "1", 3, "B", Direction.INTERNAL, null, "Geheim van B"),
                            step("5", "2", 4, null, Direction.INBOUND, "telex", "Iets anders"),
                            step("6", "2", 4, "C", null, "web chat", "Van wie weet niemand")),
                    Via.API);
            projection.projectAll(done -> {});
        });
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(source)
                .query(Long.class)
                .single();
        become(Role.AGENT, null);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private NewTouchpoint step(
            String id, String number, int hour, String department, Direction direction, String channel, String text) {
        return NewTouchpoint.of(source, id, new CaseKey(source, source, number), START.plus(Duration.ofHours(hour)))
                .customer(List.of(Identity.source("K")))
                .department(department == null ? null : department + source)
                .direction(direction)
                .channel(channel)
                .text(text)
                .build();
    }

    private long department(String letter) {
        UnitName name = UnitName.of(letter + source, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    private static void become(Role role, Long department) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_300_000, "tester", Set.of(role), department));
    }

    private List<String> ids(Long journey, Long department, ChannelKind channel, Direction direction, String text) {
        return timeline
                .page(new TimelineFilter(customer, journey, department, channel, direction, text), 0, 10)
                .items()
                .stream()
                .map(Touchpoint::externalId)
                .toList();
    }

    @Test
    void the_last_comes_first_a_page_at_a_time() {
        assertThat(ids(null, null, null, null, null)).containsExactly("6", "5", "4", "3", "2", "1");
        assertThat(timeline.page(TimelineFilter.of(customer), 2, 3).items())
                .extracting(Touchpoint::externalId)
                .containsExactly("4", "3", "2");
        assertThat(timeline.page(TimelineFilter.of(customer), 2, 3).total()).isEqualTo(6);
        assertThat(timeline.latest(TimelineFilter.of(customer), 2))
                .extracting(Touchpoint::externalId)
                .containsExactly("6", "5");
    }

    @Test
    void each_filter_narrows_and_together_they_narrow_more() {
        long journey = jdbc.sql("SELECT journey_id FROM journey_case WHERE source = ? AND case_number = '2'")
                .param(source)
                .query(Long.class)
                .single();
        assertThat(ids(journey, null, null, null, null)).containsExactly("6", "5");
        assertThat(ids(null, department("A"), null, null, null)).containsExactly("2", "1");
        assertThat(ids(null, 0L, null, null, null)).containsExactly("5");
        assertThat(ids(null, null, null, Direction.INBOUND, null)).containsExactly("5", "1");
        assertThat(ids(null, department("B"), ChannelKind.MAIL, Direction.OUTBOUND, "zeker"))
                .containsExactly("3");
        assertThat(ids(null, department("A"), ChannelKind.MAIL, null, null)).isEmpty();
    }

    @Test
    void every_channel_is_found_under_the_kind_that_it_is_shown_as() {
        for (ChannelKind kind : ChannelKind.values()) {
            List<String> expected = timeline.latest(TimelineFilter.of(customer), 10).stream()
                    .filter(touchpoint -> ChannelKind.of(touchpoint.channel()) == kind)
                    .map(Touchpoint::externalId)
                    .toList();
            assertThat(ids(null, null, kind, null, null)).as("%s", kind).isEqualTo(expected);
        }
    }

    @Test
    void text_is_found_whatever_its_case_and_taken_literally() {
        assertThat(ids(null, null, null, null, "WAAR BLIJFT")).containsExactly("1");
        assertThat(ids(null, null, null, null, "100%_z")).containsExactly("3");
        assertThat(ids(null, null, null, null, "1%z")).isEmpty();
        assertThat(ids(null, null, null, null, "zeker!")).containsExactly("3");
        assertThat(ids(null, null, null, null, "geheim")).containsExactly("4", "2");
    }

    @Test
    void a_lead_reads_and_finds_the_own_internal_text_and_no_others() {
        become(Role.LEAD, department("A"));

        assertThat(timeline.latest(TimelineFilter.of(customer), 10))
                .extracting(touchpoint -> touchpoint.externalId() + " " + touchpoint.text())
                .containsExactly("4 null", "3 Komt 100%_zeker!", "2 Geheim van A", "1 Waar blijft het?");
        assertThat(ids(null, null, null, null, "geheim")).containsExactly("2");
        assertThat(ids(null, null, null, null, "geheim van b")).isEmpty();
        assertThat(ids(null, department("B"), null, Direction.INTERNAL, null)).containsExactly("4");
        assertThat(ids(null, null, null, null, "zeker")).containsExactly("3");
        become(Role.LEAD, department("C"));
        assertThat(ids(null, null, null, null, null)).containsExactly("6", "5");
        become(Role.LEAD, null);
        assertThat(ids(null, null, null, null, null)).isEmpty();
    }

    /** What a search finds is exactly what is shown of it, for every word there is. */
    @Test
    void no_search_tells_more_than_the_list_shows() {
        for (Long home : List.of(department("A"), department("B"), department("C"))) {
            become(Role.LEAD, home);
            for (String word : List.of("geheim", "van", "b", "weet", "anders", "het", "zeker")) {
                List<String> expected = new ArrayList<>();
                timeline.latest(TimelineFilter.of(customer), 10).stream()
                        .filter(touchpoint -> Objects.requireNonNullElse(touchpoint.text(), "")
                                .toLowerCase()
                                .contains(word))
                        .forEach(touchpoint -> expected.add(touchpoint.externalId()));
                assertThat(ids(null, null, null, null, word)).as(word).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AGENT", "LEAD", "STEWARD"},
            mode = EnumSource.Mode.EXCLUDE)
    void other_roles_see_no_touchpoints(Role role) {
        become(role, department("A"));
        assertThatThrownBy(() -> timeline.page(TimelineFilter.of(customer), 0, 10))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> timeline.latest(TimelineFilter.of(customer), 10))
                .isInstanceOf(AccessDeniedException.class);
    }
}
