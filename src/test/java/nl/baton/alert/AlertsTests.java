package nl.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.baton.alert.AlertList.Choice;
import nl.baton.alert.AlertList.Told;
import nl.baton.base.UtcTime;
import nl.baton.handoff.NewPact;
import nl.baton.handoff.Pact;
import nl.baton.handoff.Pacts;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is told of what, once. */
class AlertsTests extends AlertCompany {

    private static final Locale DUTCH = Locale.of("nl");

    @Autowired
    private Pacts pacts;

    private List<Told> all(long person) {
        as(person);
        return alerts.page(DUTCH, false, 0, 50).items();
    }

    @Test
    void a_pass_that_is_overdue_is_told_to_agents_and_leads_of_the_receiver_and_nobody_else() {
        pass("1", 30);
        pass("2", 2);
        long agent = person("agent", department("B"), Role.AGENT);
        long lead = person("lead", department("B"), Role.LEAD);
        long passer = person("passer", department("A"), Role.LEAD);
        long executive = person("boss", department("B"), Role.EXECUTIVE);
        long elsewhere = person("other", department("A"), Role.AGENT);

        look();

        assertThat(open(agent)).isEqualTo(1);
        assertThat(open(lead)).isEqualTo(1);
        assertThat(open(passer)).isZero();
        assertThat(open(executive)).isZero();
        assertThat(open(elsewhere)).isZero();
        assertThat(all(agent)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(AlertKind.NOT_PICKED_UP);
            assertThat(told.journey()).isEqualTo("type " + key + " 1");
            assertThat(told.sentence()).contains("30 uur").contains("B" + key);
            assertThat(told.agreed()).contains("8 uur");
            assertThat(told.customer()).isNotNull();
            assertThat(told.needsSomebody()).isTrue();
        });
    }

    @Test
    void the_bell_counts_exactly_the_rows_of_its_list() {
        for (int i = 0; i < 5; i++) {
            pass("c" + i, 20 + i);
        }
        long agent = person("agent", department("B"), Role.AGENT);
        look();
        as(agent);
        alerts.read(alerts.page(DUTCH, true, 0, 50).items().getFirst().id());

        assertThat(alerts.open()).isEqualTo(4);
        assertThat(alerts.page(DUTCH, true, 0, 50).total()).isEqualTo(4);
        assertThat(alerts.page(DUTCH, true, 0, 50).items()).hasSize(4).allMatch(Told::needsSomebody);
        assertThat(alerts.page(DUTCH, false, 0, 50).items()).hasSize(5);
        alerts.readAll();
        assertThat(alerts.open()).isZero();
        alerts.unread(alerts.page(DUTCH, false, 0, 1).items().getFirst().id());
        assertThat(alerts.open()).isEqualTo(1);
    }

    @Test
    void nothing_is_told_twice_however_often_and_from_however_many_nodes_it_is_looked() throws Exception {
        pass("1", 30);
        long agent = person("agent", department("B"), Role.AGENT);

        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> looks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                looks.add(() -> {
                    look();
                    return true;
                });
            }
            for (Future<Boolean> look : nodes.invokeAll(looks)) {
                look.get();
            }
        }
        look();

        assertThat(all(agent)).hasSize(1);
        // computed anew and even replaced, it is the same pass
        arrive(step("1", "3", 0.5, "A"));
        look();
        assertThat(all(agent)).hasSize(1);
    }

    @Test
    void what_was_picked_up_after_all_needs_nobody() {
        pass("1", 30);
        long agent = person("agent", department("B"), Role.AGENT);
        look();
        assertThat(open(agent)).isEqualTo(1);

        arrive(step("1", "3", 0.2, "B"));
        look();

        assertThat(open(agent)).isZero();
        assertThat(all(agent)).singleElement().satisfies(told -> {
            assertThat(told.settled()).isTrue();
            assertThat(told.sentence()).contains("intussen opgepakt");
        });
    }

    @Test
    void a_kind_that_is_muted_is_not_told() {
        pass("1", 30);
        long quiet = person("quiet", department("B"), Role.AGENT);
        long inApp = person("inapp", department("B"), Role.AGENT);
        as(quiet);
        assertThat(alerts.choices()).containsExactly(new Choice(AlertKind.NOT_PICKED_UP, AlertWay.BOTH));
        alerts.choose(AlertKind.NOT_PICKED_UP, AlertWay.NONE);
        as(inApp);
        alerts.choose(AlertKind.NOT_PICKED_UP, AlertWay.APP);
        look();

        assertThat(open(quiet)).isZero();
        assertThat(all(quiet)).isEmpty();
        assertThat(open(inApp)).isEqualTo(1);
        assertThat(mailStates(inApp)).containsExactly("NONE");

        // and one that is muted later no longer counts
        as(inApp);
        alerts.choose(AlertKind.NOT_PICKED_UP, AlertWay.NONE);
        assertThat(open(inApp)).isZero();
    }

    @Test
    void who_moves_to_another_department_is_told_no_more_of_the_first_one() {
        pass("1", 30);
        long agent = person("agent", department("B"), Role.AGENT);
        look();
        SecurityContextHolder.setContext(SignedInAs.Factory.context(agent, "p", Set.of(Role.AGENT), department("A")));
        assertThat(alerts.open()).isZero();
        assertThat(alerts.page(DUTCH, false, 0, 50).items()).isEmpty();
    }

    @Test
    void a_pact_that_is_breached_is_told_to_the_leads_of_both_ends() {
        pass("0", 40);
        long from = department("A");
        long to = department("B");
        long first = person("first", from, Role.LEAD);
        long second = person("second", to, Role.LEAD);
        long agent = person("agent", to, Role.AGENT);
        as(first);
        Pact pact = pacts.propose(new NewPact(
                from,
                to,
                Duration.ofHours(2),
                List.of("meter number"),
                0,
                clock.instant().plusSeconds(1)));
        as(second);
        pacts.sign(pact.id());
        // as if it had been signed two days ago, and the next one even before that
        jdbc.sql("UPDATE pact SET since_at = ? WHERE id = ?")
                .params(UtcTime.of(hoursAgo(48)), pact.id())
                .update();
        jdbc.sql("UPDATE judging_settings SET version = version + 1").update();
        arrive(
                step("9", "1", 20, "A")
                        .outcome(Outcome.TRANSFERRED)
                        .handedTo(new NewTouchpoint.HandedTo("B" + key, null)),
                step("9", "2", 10, "B"),
                step("8", "1", 30, "B"),
                step("8", "2", 25, "C"),
                step("8", "3", 20, "A"),
                step("8", "4", 19, "B"));

        SystemWork.run(() -> raising.pactsBreached(true, Duration.ZERO));
        SystemWork.run(() -> raising.pactsBreached(true, Duration.ZERO));

        for (long lead : List.of(first, second)) {
            assertThat(all(lead).stream()
                            .filter(told -> told.kind() == AlertKind.PACT_BREACHED)
                            .toList())
                    .hasSize(4)
                    .anySatisfy(told -> assertThat(told.sentence()).contains("10 uur"))
                    .anySatisfy(told -> assertThat(told.sentence()).contains("via anderen terug"))
                    .anySatisfy(told -> assertThat(told.sentence()).contains("meter number"));
        }
        assertThat(open(agent)).isZero();
    }

    @Test
    void a_lane_that_worsened_is_told_to_leads_and_executives_once_in_four_weeks() {
        List<NewTouchpoint.Builder> steps = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // the earlier ones are picked up within the hour, of the later ones two in three after more than a day
            boolean late = i >= 30 && i % 3 != 0;
            double daysAgo = i < 30 ? 40 : 10;
            double passed = daysAgo * 24 + i * 0.1;
            steps.add(step("w" + i, "1", passed, "A").outcome(Outcome.DONE));
            steps.add(step("w" + i, "2", late ? passed - 30 : passed - 0.5, "B").outcome(Outcome.RESOLVED));
        }
        arrive(steps.toArray(NewTouchpoint.Builder[]::new));
        long lead = person("lead", department("B"), Role.LEAD);
        long executive = person("boss", department("Z"), Role.EXECUTIVE);
        long agent = person("agent", department("B"), Role.AGENT);

        SystemWork.run(() -> raising.worsened(true, Duration.ZERO));
        SystemWork.run(() -> raising.worsened(true, Duration.ZERO));

        assertThat(all(lead)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(AlertKind.WORSENED);
            assertThat(told.sentence()).contains("67\u00a0%").contains("van 30");
            assertThat(told.customer()).isNull();
        });
        assertThat(all(executive).stream().filter(told -> told.from().name().equals("A" + key)))
                .hasSize(1);
        assertThat(open(agent)).isZero();
    }

    @Test
    void whose_role_has_no_alerts_is_refused() {
        for (Role role : List.of(Role.MARKETER, Role.STEWARD, Role.ADMIN)) {
            SecurityContextHolder.setContext(SignedInAs.Factory.context(9_300_000, "x", Set.of(role), department("B")));
            assertThatThrownBy(alerts::open).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> alerts.page(DUTCH, false, 0, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> alerts.read(1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(alerts::choices).isInstanceOf(AccessDeniedException.class);
        }
    }
}
