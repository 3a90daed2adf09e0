package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import nl.baton.base.UtcTime;
import nl.baton.database.DatabaseTest;
import nl.baton.handoff.JudgingSettings.Refused;
import nl.baton.handoff.JudgingSettings.Settings;
import nl.baton.handoff.JudgingSettings.Wrong;
import nl.baton.journey.CaseKey;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** An administrator changes by what handoffs are judged, after trying it on the past. */
@DatabaseTest
class JudgingTests {

    private static final long PAUSE_NANOS = 20_000_000;
    private static final int PATIENCE = 6_000;

    @Autowired
    private JudgingSettings settings;

    @Autowired
    private Trial trial;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Generations generations;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private Settings before;

    @BeforeEach
    void administrator() {
        as(Role.ADMIN);
        before = settings.now();
    }

    /** All tests share one database. */
    @AfterEach
    void asItWas() {
        as(Role.ADMIN);
        Settings now = settings.now();
        if (!now.sameAs(before)) {
            settings.change(now.with(before.pickUp(), before.maxReturns(), before.rulesOff()));
            await(rebuild);
        }
        SecurityContextHolder.clearContext();
    }

    static void await(Rebuild rebuild) {
        for (int i = 0; i < PATIENCE && SystemWork.call(rebuild::underWay).isPresent(); i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        assertThat(SystemWork.call(rebuild::underWay)).isEmpty();
    }

    private static void as(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_100_003, "judging", Set.of(role), 1L));
    }

    private void somethingHappens() {
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(
                            step("1", "a", 20, "sales"),
                            step("2", "a", 20 - 5 / 24.0, "billing"),
                            step("3", "a", 19, "sales"),
                            step("4", "b", 10, "sales"),
                            step("5", "b", 8, "billing")),
                    Via.API);
            projection.projectAll(done -> {});
        });
    }

    private NewTouchpoint step(String id, String caseNumber, double daysAgo, String department) {
        Instant at = clock.instant()
                .minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60)))
                .truncatedTo(ChronoUnit.SECONDS);
        return NewTouchpoint.of(key, id, new CaseKey(key, key, caseNumber), at)
                .department(department + " " + key)
                .build();
    }

    private static Map<String, Long> counts(Trial.Result result, ToLongFunction<Trial.Compared> which) {
        Map<String, Long> counts = new TreeMap<>();
        result.rules().stream()
                .filter(rule -> which.applyAsLong(rule) > 0)
                .forEach(rule -> counts.put(rule.rule(), which.applyAsLong(rule)));
        return counts;
    }

    private Map<String, Long> stored(Instant since) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("""
                SELECT f.rule, COUNT(*) FROM handoff h JOIN finding f ON f.handoff_id = h.id
                WHERE h.generation = ? AND h.grain = 'DEPARTMENT' AND h.picked_up_at >= ? GROUP BY f.rule""").params(generations.live(), UtcTime.of(since)).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    @Test
    void what_a_trial_says_is_what_a_rebuild_by_those_settings_then_stores() {
        somethingHappens();
        Settings tried = before.with(Duration.ofHours(4), 0, Set.of("PING_PONG"));
        Trial.Result result = trial.run(tried, share -> {});
        assertThat(counts(result, Trial.Compared::then).get("LATE_PICKUP"))
                .isGreaterThan(counts(result, Trial.Compared::now).get("LATE_PICKUP"));
        assertThat(counts(result, Trial.Compared::now)).containsKey("PING_PONG");
        assertThat(counts(result, Trial.Compared::then)).doesNotContainKey("PING_PONG");

        settings.change(tried);
        await(rebuild);

        assertThat(stored(result.since())).isEqualTo(counts(result, Trial.Compared::then));
        assertThat(jdbc.sql("""
                                SELECT COUNT(*) FROM handoff
                                WHERE generation = ? AND grain = 'DEPARTMENT' AND picked_up_at >= ?""")
                        .params(generations.live(), UtcTime.of(result.since()))
                        .query(Long.class)
                        .single())
                .isEqualTo(result.handoffs());
        assertThat(settings.now()).satisfies(now -> {
            assertThat(now.pickUp()).isEqualTo(Duration.ofHours(4));
            assertThat(now.rulesOff()).containsExactly("PING_PONG");
            assertThat(now.changedBy()).isEqualTo("Tess Tester");
            assertThat(now.version()).isGreaterThan(before.version());
        });
    }

    @Test
    void a_trial_changes_nothing_and_can_be_broken_off() {
        somethingHappens();
        assertThatThrownBy(() -> trial.run(before.with(Duration.ofHours(1), 0, Set.of()), share -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(settings.now()).isEqualTo(before);
        assertThat(SystemWork.call(rebuild::underWay)).isEmpty();
    }

    @Test
    void of_two_who_change_at_once_the_second_is_told() {
        Settings first = before.with(Duration.ofHours(7), 0, Set.of());
        settings.change(first);
        refused(() -> settings.change(before.with(Duration.ofHours(6), 0, Set.of())), Wrong.CHANGED);
        assertThat(settings.now().pickUp()).isEqualTo(Duration.ofHours(7));
        await(rebuild);
    }

    @Test
    void what_changes_while_history_is_being_judged_is_judged_by_from_the_start() {
        somethingHappens();
        settings.change(before.with(Duration.ofHours(3), 0, Set.of()));
        settings.change(settings.now().with(Duration.ofHours(30), 0, Set.of("PING_PONG")));
        await(rebuild);

        assertThat(jdbc.sql("""
                                SELECT DISTINCT f.rule FROM handoff h JOIN finding f ON f.handoff_id = h.id
                                    JOIN journey_type y ON y.id = h.journey_type_id
                                WHERE h.generation = ? AND h.grain = 'DEPARTMENT' AND y.code = ?
                                    AND f.rule IN ('PING_PONG', 'LATE_PICKUP')""")
                        .params(generations.live(), key)
                        .query(String.class)
                        .list())
                .as("of waits of 5, 19 and 48 hours")
                .containsExactly("LATE_PICKUP");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM figures_generation WHERE state = 'BUILDING'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_cannot_be_set_is_named_and_cannot_be_tried_either() {
        refused(() -> settings.change(before.with(Duration.ZERO, 0, Set.of())), Wrong.PICKUP);
        refused(() -> settings.change(before.with(Duration.ofHours(1), -1, Set.of())), Wrong.RETURNS);
        refused(() -> settings.change(before.with(Duration.ofHours(1), 0, Set.of("NO_RULE"))), Wrong.RULES);
        refused(() -> trial.run(before.with(Duration.ofHours(1), 1_001, Set.of()), share -> {}), Wrong.RETURNS);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Wrong wrong) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .extracting(Refused::wrong)
                .isEqualTo(wrong);
    }

    @Test
    void only_administrators_see_and_set_them() {
        for (Role role : Role.values()) {
            if (role == Role.ADMIN) {
                continue;
            }
            as(role);
            assertThatThrownBy(settings::now).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(settings::rules).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(settings::agreedLanes).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> settings.change(before)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> trial.run(before, share -> {})).isInstanceOf(AccessDeniedException.class);
        }
    }
}
