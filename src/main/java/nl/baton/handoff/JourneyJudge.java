package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.BreakdownRule.Circumstances;
import nl.baton.handoff.rule.NotPickedUp;
import nl.baton.journey.JourneyType;
import nl.baton.journey.Touchpoint;
import org.springframework.stereotype.Component;

/** Judges one journey: its handoffs at both grains, which of them are broken, and what is still waiting. */
@Component
public class JourneyJudge {

    private final List<BreakdownRule> rules;
    private final NotPickedUp notPickedUp;
    private final Thresholds thresholds;
    private final ZoneId zone;

    public JourneyJudge(
            List<BreakdownRule> rules, NotPickedUp notPickedUp, Thresholds thresholds, BatonProperties properties) {
        this.rules =
                rules.stream().sorted(Comparator.comparing(BreakdownRule::code)).toList();
        this.notPickedUp = notPickedUp;
        this.thresholds = thresholds;
        this.zone = properties.zone();
    }

    /** What must be known of the company to judge a journey. */
    interface Company {

        OpeningHours hoursOf(long department);

        long lane(Grain grain, long fromUnit, long toUnit, long fromDepartment, long toDepartment);

        long namelessTeam(long department);
    }

    /** A journey's touchpoints on one day; {@code first} where the journey counts. */
    record JourneyDay(
            long journeyId,
            long journeyTypeId,
            LocalDate day,
            int withDepartment,
            int withoutDepartment,
            boolean first) {}

    /** A pass not picked up, as it is stored. */
    record StoredPendingPass(
            long journeyId,
            long journeyTypeId,
            Grain grain,
            long laneId,
            long passingTouchpointId,
            Instant passedAt,
            Instant overdueAt,
            int chases) {}

    /** All that is stored of a journey. */
    record Judgement(List<StoredHandoff> handoffs, List<StoredPendingPass> pending, List<JourneyDay> days) {}

    Judgement judge(long journeyId, JourneyType type, List<Touchpoint> touchpoints, Company company) {
        var handoffs = new ArrayList<StoredHandoff>();
        var pending = new ArrayList<StoredPendingPass>();
        for (Grain grain : Grain.values()) {
            Relay relay = Relay.of(grain, touchpoints);
            var firsts = new Firsts();
            Set<Long> lanes = new HashSet<>();
            for (Handoff handoff : relay.handoffs()) {
                handoffs.add(judge(journeyId, type, relay, handoff, company, firsts, lanes));
            }
            for (PendingPass pass : relay.pending()) {
                pending.add(pending(journeyId, type, grain, pass, company));
            }
        }
        return new Judgement(handoffs, pending, days(journeyId, type.id(), touchpoints));
    }

    private StoredHandoff judge(
            long journeyId,
            JourneyType type,
            Relay relay,
            Handoff handoff,
            Company company,
            Firsts firsts,
            Set<Long> lanes) {
        Leg from = handoff.from();
        Leg to = handoff.to();
        long lane = company.lane(relay.grain(), from.unit(), to.unit(), from.department(), to.department());
        OpeningHours receiver = company.hoursOf(to.department());
        List<Finding> findings = findings(handoff, new Circumstances(relay, type, thresholds, receiver));
        return new StoredHandoff(
                journeyId,
                type.id(),
                relay.grain(),
                handoff.sequence(),
                lane,
                handoff.passing().id(),
                handoff.pickup().id(),
                handoff.passedAt(),
                handoff.pickedUpAt(),
                Days.dayOf(handoff.pickedUpAt(), zone),
                handoff.legEndedAt(),
                handoff.waited().toMillis(),
                businessWait(handoff, receiver).toMillis(),
                handoff.explicit(),
                handoff.chases().size(),
                handoff.pingPong(),
                handoff.isReturn(),
                handoff.bounced(),
                lanes.add(lane),
                firsts.of(handoff),
                findings);
    }

    /** The rules that a handoff breaks, by code. */
    List<Finding> findings(Handoff handoff, Circumstances circumstances) {
        var findings = new ArrayList<Finding>();
        for (BreakdownRule rule : rules) {
            rule.judge(handoff, circumstances).ifPresent(evidence -> findings.add(new Finding(rule.code(), evidence)));
        }
        return List.copyOf(findings);
    }

    private static Duration businessWait(Handoff handoff, OpeningHours receiver) {
        return receiver.between(handoff.passedAt(), handoff.pickedUpAt());
    }

    private StoredPendingPass pending(
            long journeyId, JourneyType type, Grain grain, PendingPass pass, Company company) {
        Long team = pass.toTeam();
        long toUnit = grain == Grain.DEPARTMENT
                ? pass.toDepartment()
                : team == null ? company.namelessTeam(pass.toDepartment()) : team;
        long lane = company.lane(grain, pass.from().unit(), toUnit, pass.from().department(), pass.toDepartment());
        return new StoredPendingPass(
                journeyId,
                type.id(),
                grain,
                lane,
                pass.passing().id(),
                pass.passedAt(),
                notPickedUp.overdueAt(pass, thresholds, company.hoursOf(pass.toDepartment())),
                pass.chases().size());
    }

    /** Days in order; a journey counts on the day of its first touchpoint that has a department. */
    private List<JourneyDay> days(long journeyId, long type, List<Touchpoint> touchpoints) {
        Map<LocalDate, int[]> counts = new TreeMap<>();
        for (Touchpoint touchpoint : touchpoints) {
            int[] day = counts.computeIfAbsent(Days.dayOf(touchpoint.at(), zone), key -> new int[2]);
            day[touchpoint.departmentId() == null ? 1 : 0]++;
        }
        var days = new ArrayList<JourneyDay>();
        boolean seen = false;
        for (Map.Entry<LocalDate, int[]> day : counts.entrySet()) {
            boolean first = !seen && day.getValue()[0] > 0;
            seen |= first;
            days.add(new JourneyDay(journeyId, type, day.getKey(), day.getValue()[0], day.getValue()[1], first));
        }
        return days;
    }
}
