package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.baton.base.Stored;
import nl.baton.database.DatabaseTest;
import nl.baton.journey.Appended;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.NewTouchpoint.HandedTo;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From touchpoints to roll-ups in the database: whatever the order of arrival, the same figures. */
@DatabaseTest
class ProjectionTests {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private JdbcClient jdbc;

    /** Its own type and source, since all tests share one database. */
    private final String type = "projection-" + UUID.randomUUID();

    private Appended append(List<NewTouchpoint> batch) {
        return SystemWork.call(() -> touchpoints.append(batch, Via.API));
    }

    private void project() {
        SystemWork.run(() -> projection.projectAll(done -> {}));
    }

    private NewTouchpoint.Builder touchpoint(String id, String caseNumber, double hour) {
        return NewTouchpoint.of(
                type, id, new CaseKey(type, type, caseNumber), START.plus(Duration.ofMinutes((long) (hour * 60))));
    }

    /** Everything that is stored of this type's handoffs, as text that can be compared. */
    private Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        for (String table : List.of("lane_span", "lane_span_rule", "summary_span")) {
            figures.put(
                    table,
                    jdbc
                            .sql("SELECT * FROM " + table
                                    + " WHERE journey_type_id = (SELECT id FROM journey_type WHERE code = ?) AND generation = ?"
                                    // the sums of days are made behind the scenes
                                    + " AND span = 'D'")
                            .params(type, live())
                            .query()
                            .listOfRows()
                            .stream()
                            .map(row -> {
                                var columns = new TreeMap<>(row);
                                columns.keySet().removeIf("generation"::equalsIgnoreCase);
                                return columns.toString();
                            })
                            .sorted()
                            .toList()
                            .toString());
        }
        return figures;
    }

    private List<String> handoffs() {
        return jdbc.sql("""
                SELECT CONCAT(d.code, '>', e.code) FROM handoff h JOIN lane l ON l.id = h.lane_id
                    JOIN department d ON d.id = l.from_id JOIN department e ON e.id = l.to_id
                    JOIN journey_type y ON y.id = h.journey_type_id
                WHERE h.grain = 'DEPARTMENT' AND y.code = ? AND h.generation = ?
                ORDER BY h.journey_id, h.sequence_number""").params(type, live()).query(String.class).list();
    }

    @Test
    void a_late_touchpoint_moves_the_handoff() {
        append(List.of(
                touchpoint("1", "c", 0).department("A").build(),
                touchpoint("2", "c", 5).department("B").build()));
        project();
        assertThat(handoffs()).containsExactly("A>B");

        append(List.of(touchpoint("3", "c", 2).department("C").build()));
        project();

        assertThat(handoffs()).containsExactly("A>C", "C>B");
    }

    @Test
    void a_touchpoint_sent_again_is_known_and_a_changed_one_replaces_the_former() {
        NewTouchpoint first = touchpoint("1", "c", 0).department("A").build();
        assertThat(append(List.of(first, touchpoint("2", "c", 5).department("B").build())))
                .isEqualTo(new Appended(List.of(Stored.ACCEPTED, Stored.ACCEPTED)));
        assertThat(append(List.of(first))).isEqualTo(new Appended(List.of(Stored.KNOWN)));
        assertThat(append(List.of(touchpoint("1", "c", 0).department("D").build())))
                .isEqualTo(new Appended(List.of(Stored.REPLACED)));
        project();

        assertThat(handoffs()).containsExactly("D>B");
        assertThat(jdbc.sql("""
                        SELECT COUNT(*) FROM touchpoint_history h JOIN touchpoint t ON t.id = h.touchpoint_id
                        WHERE t.source = ?""").param(type).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void the_figures_do_not_depend_on_the_order_in_which_touchpoints_arrive() {
        Random random = new Random(42);
        List<NewTouchpoint> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(random(random, i));
        }
        append(all);
        project();
        Map<String, String> inOrder = figures();
        assertThat(inOrder.get("lane_span")).hasSizeGreaterThan(1_000);

        // each round takes away a share of the touchpoints by moving them to another journey, and brings them back late
        for (int round = 0; round < 4; round++) {
            List<NewTouchpoint> some =
                    all.stream().filter(each -> random.nextInt(3) == 0).toList();
            append(some.stream().map(each -> elsewhere(each)).toList());
            project();
            assertThat(figures()).isNotEqualTo(inOrder);
            List<NewTouchpoint> back = new ArrayList<>(some);
            Collections.shuffle(back, random);
            append(back);
            project();
            assertThat(figures()).isEqualTo(inOrder);
        }
    }

    private NewTouchpoint random(Random random, int i) {
        NewTouchpoint.Builder builder = touchpoint("t" + i, "case-" + random.nextInt(40), random.nextInt(24 * 60))
                .position(i)
                .department(random.nextInt(8) == 0 ? null : "dep-" + random.nextInt(5))
                .direction(Direction.values()[random.nextInt(3)]);
        if (random.nextInt(4) == 0) {
            builder.handedTo(new HandedTo("dep-" + random.nextInt(5), null));
        }
        if (random.nextInt(10) == 0) {
            builder.outcome(Outcome.values()[random.nextInt(5)]);
        }
        return builder.build();
    }

    private NewTouchpoint elsewhere(NewTouchpoint touchpoint) {
        return NewTouchpoint.of(
                        touchpoint.source(),
                        touchpoint.externalId(),
                        new CaseKey(type, type, "elsewhere"),
                        touchpoint.at().plusSeconds(60))
                .department("dep-elsewhere")
                .build();
    }

    @Test
    void other_settings_make_every_journey_be_computed_again(@Autowired SettingsWatch watch) {
        append(List.of(
                touchpoint("1", "c", 0).department("A").build(),
                touchpoint("2", "c", 5).department("B").build()));
        project();
        jdbc.sql("UPDATE projection_settings SET fingerprint = 'something else'")
                .update();
        jdbc.sql(
                        "UPDATE handoff SET business_wait_ms = 1 WHERE journey_type_id = (SELECT id FROM journey_type WHERE code = ?)")
                .param(type)
                .update();

        watch.run(new DefaultApplicationArguments());
        rebuilt();

        assertThat(jdbc.sql("""
                        SELECT COUNT(*) FROM handoff h JOIN journey_type y ON y.id = h.journey_type_id
                        JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                        WHERE y.code = ? AND h.business_wait_ms <> 1""").param(type).query(Long.class).single()).isEqualTo(2);
    }

    private void rebuilt() {
        for (int i = 0; i < 3_000 && SystemWork.call(rebuild::underWay).isPresent(); i++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(SystemWork.call(rebuild::underWay)).isEmpty();
    }

    @Test
    void a_rebuild_mends_what_was_wrong_and_changes_nothing_that_was_right_while_touchpoints_arrive() {
        Random random = new Random(3);
        List<NewTouchpoint> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(random(random, i));
        }
        append(all.subList(0, 200));
        project();
        jdbc.sql(
                        "UPDATE lane_span SET handoffs = handoffs + 7 WHERE journey_type_id = (SELECT id FROM journey_type WHERE code = ?)")
                .param(type)
                .update();

        assertThat(SystemWork.call(rebuild::request)).isTrue();
        append(all.subList(200, 300));
        rebuilt();
        project();
        Map<String, String> rebuilt = figures();

        assertThat(SystemWork.call(rebuild::request)).isTrue();
        rebuilt();
        assertThat(figures()).isEqualTo(rebuilt);
        assertThat(summed()).isEqualTo(rolledUp());
    }

    @Test
    void an_entry_for_a_case_that_is_no_more_holds_nobody_up() {
        jdbc.sql("INSERT INTO changed_case (case_id, marked_at) VALUES (-1, ?)")
                .param(LocalDateTime.now(ZoneOffset.UTC))
                .update();
        append(List.of(
                touchpoint("1", "c", 0).department("A").build(),
                touchpoint("2", "c", 5).department("B").build()));
        project();

        assertThat(handoffs()).containsExactly("A>B");
    }

    @Test
    void the_roll_ups_are_the_sums_of_the_handoffs() {
        Random random = new Random(9);
        List<NewTouchpoint> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(random(random, i));
        }
        append(all);
        project();

        assertThat(rolledUp()).isEqualTo(summed());
        assertThat(rolledUp()).isNotEqualTo("[]");
    }

    private String summed() {
        return jdbc.sql("""
                SELECT lane_id, pickup_day, COUNT(*) AS handoffs, SUM(wait_ms) AS wait_ms,
                    SUM(CASE WHEN ping_pong THEN 1 ELSE 0 END) AS ping_pongs,
                    SUM(CASE WHEN is_return THEN 1 ELSE 0 END) AS returns,
                    SUM(CASE WHEN bounced THEN 1 ELSE 0 END) AS bounced,
                    SUM(CASE WHEN leg_ended_at IS NOT NULL THEN 1 ELSE 0 END) AS judged,
                    SUM(CASE WHEN leg_ended_at IS NOT NULL AND broken THEN 1 ELSE 0 END) AS judged_broken,
                    SUM(CASE WHEN leg_ended_at IS NULL AND broken THEN 1 ELSE 0 END) AS unjudged_broken
                FROM handoff WHERE journey_type_id = (SELECT id FROM journey_type WHERE code = ?) AND generation = ?
                GROUP BY lane_id, pickup_day ORDER BY lane_id, pickup_day""").params(type, live()).query().listOfRows().toString();
    }

    private int live() {
        return jdbc.sql("SELECT generation FROM figures_generation WHERE state = 'LIVE'")
                .query(Integer.class)
                .single();
    }

    private String rolledUp() {
        return jdbc.sql("""
                SELECT lane_id, span_start AS pickup_day, handoffs, wait_ms, ping_pongs, returns, bounced, judged, judged_broken,
                    unjudged_broken
                FROM lane_span WHERE journey_type_id = (SELECT id FROM journey_type WHERE code = ?) AND generation = ?
                    AND span = 'D'
                ORDER BY lane_id, pickup_day""").params(type, live()).query().listOfRows().toString();
    }
}
