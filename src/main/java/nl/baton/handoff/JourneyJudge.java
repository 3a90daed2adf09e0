package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.AgreedTerms.Agreements;
import nl.baton.handoff.BreakdownRule.Circumstances;
import nl.baton.handoff.Window.Kind;
import nl.baton.handoff.rule.Abandoned;
import nl.baton.handoff.rule.NotPickedUp;
import nl.baton.journey.AssembledJourney;
import nl.baton.journey.JourneyType;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges one journey: its handoffs at both grains, which of them are broken, and what is still waiting. */
@Component
public class JourneyJudge {

    private final RuleBook rules;
    private final NotPickedUp notPickedUp;
    private final ZoneId zone;

    public JourneyJudge(RuleBook rules, NotPickedUp notPickedUp, BatonProperties properties) {
        this.rules = rules;
        this.notPickedUp = notPickedUp;
        this.zone = properties.zone();
    }

    /** What must be known of the company to judge a journey. */
    interface Company {

        OpeningHours hoursOf(long department);

        long lane(Grain grain, long fromUnit, long toUnit, long fromDepartment, long toDepartment);

        long namelessTeam(long department);

        Agreements agreements();
    }

    /**
     * A journey that is to be judged.
     *
     * @param now the moment up to which silence is looked at
     */
    record Question(AssembledJourney journey, JourneyType type, Surroundings around, Instant now) {

        List<Touchpoint> touchpoints() {
            return journey.touchpoints();
        }
    }

    /** A journey's touchpoints on one day; {@code first} where the journey counts. */
    record JourneyDay(
            long journeyId,
            long journeyTypeId,
            LocalDate day,
            int withDepartment,
            int withoutDepartment,
            boolean first) {}

    /**
     * A pass not picked up, as it is stored.
     *
     * @param abandonedAt when the silence around it has lasted thirty days, or when the customer cancelled
     * @param cancelled it waits no longer: the customer cancelled while it did
     */
    record StoredPendingPass(
            long journeyId,
            long journeyTypeId,
            Grain grain,
            long laneId,
            long passingTouchpointId,
            Instant passedAt,
            Instant overdueAt,
            int chases,
            long agreedMillis,
            @Nullable Instant abandonedAt,
            boolean cancelled) {}

    /** All that is stored of a journey. */
    record Judgement(List<StoredHandoff> handoffs, List<StoredPendingPass> pending, List<JourneyDay> days) {}

    Judgement judge(Question question, Company company) {
        var handoffs = new ArrayList<StoredHandoff>();
        var pending = new ArrayList<StoredPendingPass>();
        for (Grain grain : Grain.values()) {
            Relay relay = Relay.of(grain, question.touchpoints());
            var firsts = new Firsts();
            Set<Long> lanes = new HashSet<>();
            List<HandoffTraits> traits =
                    HandoffTraits.of(question.journey.customerId(), relay, question.around.heard(), zone);
            for (Handoff handoff : relay.handoffs()) {
                HandoffTraits own = traits.get(handoff.sequence());
                handoffs.add(judge(question, relay, handoff, company, firsts, lanes, own));
            }
            if (!relay.pending().isEmpty() || !relay.lapsed().isEmpty()) {
                pending(question, relay, company, pending);
            }
        }
        return new Judgement(
                handoffs, pending, days(question.journey.id(), question.type.id(), question.touchpoints()));
    }

    private StoredHandoff judge(
            Question question,
            Relay relay,
            Handoff handoff,
            Company company,
            Firsts firsts,
            Set<Long> lanes,
            HandoffTraits traits) {
        Leg from = handoff.from();
        Leg to = handoff.to();
        long lane = company.lane(relay.grain(), from.unit(), to.unit(), from.department(), to.department());
        OpeningHours receiver = company.hoursOf(to.department());
        Verdicts verdicts = verdicts(question, relay, handoff, company.agreements(), receiver);
        return new StoredHandoff(
                question.journey.id(),
                question.type.id(),
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
                verdicts.findings,
                verdicts.judged,
                verdicts.exempt,
                traits);
    }

    /** What there is to judge a journey's handoffs by. */
    private Circumstances circumstances(Question question, Relay relay, Terms terms, OpeningHours receiver) {
        return new Circumstances(relay, question.type, terms, receiver, question.around, question.now, zone);
    }

    /**
     * What all rules say of one handoff.
     *
     * @param judged rules with a window of their own that has closed
     * @param exempt rules with a window after the pick-up that cannot judge it
     */
    record Verdicts(List<Finding> findings, List<String> judged, List<String> exempt) {}

    Verdicts verdicts(Question question, Relay relay, Handoff handoff, Agreements agreements, OpeningHours receiver) {
        Terms terms = agreements.of(handoff.from().department(), handoff.to().department(), handoff.passedAt());
        Circumstances circumstances = circumstances(question, relay, terms, receiver);
        Set<String> off = agreements.rulesOff();
        List<Finding> findings = new ArrayList<>();
        List<String> judged = new ArrayList<>();
        List<String> exempt = new ArrayList<>();
        for (BreakdownRule rule : rules.all()) {
            if (off.contains(rule.code())) {
                continue;
            }
            Kind kind = rule.window().kind();
            rule.judge(handoff, circumstances)
                    .ifPresent(evidence -> findings.add(new Finding(rule.code(), kind, false, evidence)));
            if (kind == Kind.OWN
                    && rule.closes(handoff, circumstances)
                            .filter(circumstances::isPast)
                            .isPresent()) {
                judged.add(rule.code());
            } else if (kind == Kind.DAYS && rule.closes(handoff, circumstances).isEmpty()) {
                exempt.add(rule.code());
            }
        }
        return new Verdicts(List.copyOf(findings), List.copyOf(judged), List.copyOf(exempt));
    }

    private static Duration businessWait(Handoff handoff, OpeningHours receiver) {
        return receiver.between(handoff.passedAt(), handoff.pickedUpAt());
    }

    private void pending(Question question, Relay relay, Company company, List<StoredPendingPass> pending) {
        Instant abandonedAt = Abandoned.abandonedAt(
                relay, circumstances(question, relay, company.agreements().usual(), OpeningHours.always(zone)));
        relay.pending()
                .forEach(pass -> pending.add(pending(question, relay.grain(), pass, company, abandonedAt, false)));
        if (abandonedAt != null) {
            Set<Long> lanes = new HashSet<>();
            for (PendingPass pass : relay.lapsed()) {
                StoredPendingPass cancelled = pending(question, relay.grain(), pass, company, abandonedAt, true);
                if (lanes.add(cancelled.laneId())) {
                    pending.add(cancelled);
                }
            }
        }
    }

    private StoredPendingPass pending(
            Question question,
            Grain grain,
            PendingPass pass,
            Company company,
            @Nullable Instant abandonedAt,
            boolean cancelled) {
        Long team = pass.toTeam();
        long toUnit = grain == Grain.DEPARTMENT
                ? pass.toDepartment()
                : team == null ? company.namelessTeam(pass.toDepartment()) : team;
        long lane = company.lane(grain, pass.from().unit(), toUnit, pass.from().department(), pass.toDepartment());
        Terms terms = company.agreements().of(pass.from().department(), pass.toDepartment(), pass.passedAt());
        return new StoredPendingPass(
                question.journey.id(),
                question.type.id(),
                grain,
                lane,
                pass.passing().id(),
                pass.passedAt(),
                notPickedUp.overdueAt(pass, terms, company.hoursOf(pass.toDepartment())),
                pass.chases().size(),
                terms.pickUp().toMillis(),
                abandonedAt,
                cancelled);
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
