package nl.baton.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.alert.Alert.Shares;
import nl.baton.alert.AlertTable.Chosen;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Period;
import nl.baton.handoff.HandoffAlarms;
import nl.baton.handoff.HandoffAlarms.LaneChange;
import nl.baton.handoff.TwoProportions;
import nl.baton.security.Colleagues;
import nl.baton.security.Colleagues.Colleague;
import nl.baton.security.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks for what people should be told of, and notes for each of them that it is to be told. */
@Component
class AlertRaising {

    /** What is older is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private static final int DAYS = 28;
    private static final int ENOUGH = 30;
    private static final double FALSE_SHARE = 0.05;

    private final AlertTable table;
    private final HandoffAlarms alarms;
    private final Colleagues colleagues;
    private final Clock clock;
    private final ZoneId zone;

    AlertRaising(
            AlertTable table, HandoffAlarms alarms, Colleagues colleagues, Clock clock, BatonProperties properties) {
        this.table = table;
        this.alarms = alarms;
        this.colleagues = colleagues;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * Passes that nobody picked up; and what was picked up after all needs nobody any more.
     *
     * @param mail whether mails are sent at all
     */
    @Transactional
    public void notPickedUp(boolean mail) {
        Instant now = clock.instant();
        table.lookedAt(AlertKind.NOT_PICKED_UP);
        Set<Long> settled = new HashSet<>(table.unsettled(AlertKind.NOT_PICKED_UP));
        settled.removeAll(alarms.stillOverdue(settled));
        table.settle(AlertKind.NOT_PICKED_UP, settled, now);
        List<Alert> found = alarms.overdue(now.minus(NEWS)).stream()
                .map(pass -> Alert.of(
                        AlertKind.NOT_PICKED_UP,
                        pass.passing() + " > " + pass.toDepartment(),
                        pass.fromDepartment(),
                        pass.toDepartment(),
                        pass.passing(),
                        AlertKind.NOT_PICKED_UP.name(),
                        pass.passedAt(),
                        null,
                        pass.agreed().toMillis(),
                        null))
                .toList();
        int raised = raise(AlertKind.NOT_PICKED_UP, found, mail, now);
        if (raised > 0 || !settled.isEmpty()) {
            table.moveOn();
        }
    }

    /** Handoffs that were not as agreed. */
    @Transactional
    public void pactsBreached(boolean mail, Duration atMostEvery) {
        Instant now = clock.instant();
        if (table.lookedAt(AlertKind.PACT_BREACHED).plus(atMostEvery).isAfter(now)) {
            return;
        }
        List<Alert> found = alarms.breaches(now.minus(NEWS)).stream()
                .map(breach -> Alert.of(
                        AlertKind.PACT_BREACHED,
                        breach.pickup() + " " + breach.rule(),
                        breach.fromDepartment(),
                        breach.toDepartment(),
                        breach.pickup(),
                        breach.rule(),
                        breach.passedAt(),
                        breach.measured(),
                        breach.allowed(),
                        breach.subject()))
                .toList();
        if (raise(AlertKind.PACT_BREACHED, found, mail, now) > 0) {
            table.moveOn();
        }
    }

    /** Lanes of which more breaks than in the four weeks before. */
    @Transactional
    public void worsened(boolean mail, Duration atMostEvery) {
        Instant now = clock.instant();
        if (table.lookedAt(AlertKind.WORSENED).plus(atMostEvery).isAfter(now)) {
            return;
        }
        LocalDate today = Days.dayOf(now, zone);
        Period last = Period.endingOn(today, DAYS);
        List<LaneChange> lanes = alarms.changes(last, last.previous()).stream()
                .filter(lane -> lane.now().judged() >= ENOUGH && lane.before().judged() >= ENOUGH)
                .toList();
        List<Double> chances = lanes.stream()
                .map(lane -> TwoProportions.oneSided(TwoProportions.z(
                        lane.now().broken(),
                        lane.now().judged(),
                        lane.before().broken(),
                        lane.before().judged())))
                .toList();
        Instant since = Days.plusDays(now, -DAYS, zone);
        List<Alert> found = FalseDiscovery.believed(chances, FALSE_SHARE).stream()
                .map(lanes::get)
                .filter(lane -> !table.anySince(AlertKind.WORSENED, lane.fromDepartment(), lane.toDepartment(), since))
                .map(lane -> new Alert(
                        AlertKind.WORSENED,
                        lane.fromDepartment() + " > " + lane.toDepartment() + " " + today,
                        lane.fromDepartment(),
                        lane.toDepartment(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Shares(
                                lane.now().broken(),
                                lane.now().judged(),
                                lane.before().broken(),
                                lane.before().judged())))
                .toList();
        if (raise(AlertKind.WORSENED, found, mail, now) > 0) {
            table.moveOn();
        }
    }

    /** Forgets what is older than it is worth. */
    @Transactional
    public void forget(java.time.Period keep) {
        Instant before = clock.instant().atZone(zone).minus(keep).toInstant();
        if (table.deleteBefore(before) > 0) {
            table.moveOn();
        }
    }

    /** Of the same thing once; in the transaction that holds the look. */
    private int raise(AlertKind kind, List<Alert> found, boolean mail, Instant now) {
        table.looked(kind, now);
        Set<String> known =
                table.known(kind, found.stream().map(Alert::about).distinct().toList());
        var fresh = new ArrayList<Alert>();
        found.stream().filter(alert -> known.add(alert.about())).forEach(fresh::add);
        if (fresh.isEmpty()) {
            return 0;
        }
        List<Colleague> people = colleagues.with(EnumSet.of(Role.AGENT, Role.LEAD, Role.EXECUTIVE));
        Map<Long, AlertWay> choices = table.choices(kind).stream().collect(Collectors.toMap(Chosen::user, Chosen::way));
        for (Alert alert : fresh) {
            long id = table.insert(alert, now);
            for (Colleague person : people) {
                AlertWay way = choices.getOrDefault(person.id(), AlertWay.BOTH);
                if (way != AlertWay.NONE
                        && kind.concerns(
                                person.roles(),
                                person.homeDepartmentId(),
                                alert.fromDepartment(),
                                alert.toDepartment())) {
                    table.insertReader(person.id(), id, mail && way == AlertWay.BOTH && person.email() != null);
                }
            }
        }
        return fresh.size();
    }
}
