package nl.baton.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.baton.customer.Identity;
import nl.baton.feedback.NewFeedback;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.HandledBy;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Promised;
import org.jspecify.annotations.Nullable;

/**
 * Writes one journey's touchpoints down in order of time, and stops at the present: what would come later has not
 * happened. It keeps track of who holds the baton, only as far as needed to know which passes are still open.
 */
final class Pen {

    /** What has been written. */
    record Written(
            List<NewTouchpoint> touchpoints,
            List<BrokenHandoff> broken,
            List<OpenPass> openPasses,
            List<NearMiss> nearMisses,
            List<NewFeedback> feedback,
            Course course) {}

    private final CaseKey journey;
    private final String topic;
    private final String customerNumber;
    private final List<Identity> customer;
    private final Instant present;
    private final List<NewTouchpoint> touchpoints = new ArrayList<>();
    private final List<BrokenHandoff> broken = new ArrayList<>();
    private final List<NearMiss> nearMisses = new ArrayList<>();
    private final Map<Desk, OpenPass> open = new LinkedHashMap<>();
    private final List<Passed> passes = new ArrayList<>();
    private boolean cancelledWaiting;
    private @Nullable Desk holder;
    private final List<NewFeedback> feedback = new ArrayList<>();
    private boolean over;

    Pen(CaseKey journey, String topic, String customerNumber, Instant present) {
        this.journey = journey;
        this.topic = topic;
        this.customerNumber = customerNumber;
        this.customer = List.of(Identity.source(customerNumber));
        this.present = present;
    }

    CaseKey journey() {
        return journey;
    }

    Instant present() {
        return present;
    }

    /** Whether the present has been reached; nothing is written any more. */
    boolean isOver() {
        return over;
    }

    /** Leaves the journey as it is: from here on nobody does anything. */
    void stop() {
        over = true;
    }

    /**
     * Writes one touchpoint.
     *
     * @param endedAt null when nobody noted it down
     * @return its external id; null when it would lie beyond the present
     */
    @Nullable
    String write(
            @Nullable Desk desk,
            @Nullable String team,
            @Nullable String agent,
            Instant at,
            @Nullable Instant endedAt,
            Line line) {
        if (over || !at.isBefore(present)) {
            over = true;
            return null;
        }
        Instant ended = endedAt == null || endedAt.isAfter(present) ? null : endedAt;
        String id = "%s-%02d".formatted(journey.caseNumber(), touchpoints.size() + 1);
        boolean served = line.direction() != Direction.INBOUND || line.isLive();
        touchpoints.add(NewTouchpoint.of(Zonnewind.SOURCE, id, journey, at)
                .endedAt(ended)
                .customer(customer)
                .department(desk == null ? null : desk.code())
                .team(team)
                .agent(served ? agent : null)
                .direction(line.direction())
                .channel(line.channel())
                .handledBy(served ? HandledBy.STAFF : isSelfService(line) ? HandledBy.SELF_SERVICE : null)
                .answered(line.fromCustomer() && line.isLive() ? Boolean.TRUE : null)
                .purpose(line.purpose())
                .topic(topic)
                .text(line.text())
                .outcome(line.outcome())
                .by(line.by())
                .facts(line.extras().facts())
                .promises(line.extras().promises())
                .settles(line.extras().settles())
                .handedTo(
                        line.handedTo() == null
                                ? null
                                : new NewTouchpoint.HandedTo(line.handedTo().code(), null))
                .build());
        follow(desk, line, id, ended == null ? at : ended);
        return id;
    }

    private static boolean isSelfService(Line line) {
        return "WEB".equals(line.channel()) || "APP".equals(line.channel());
    }

    private void follow(@Nullable Desk desk, Line line, String id, Instant end) {
        boolean chase = line.fromCustomer() && !open.isEmpty();
        if (desk != null && !chase) {
            if (desk != holder) {
                open.clear();
            }
            holder = desk;
            Desk to = line.handedTo();
            if (to != null) {
                open.putIfAbsent(to, new OpenPass(journey, desk, to, id, end, false));
            }
        }
        if (line.outcome() != null && line.outcome().closes()) {
            cancelledWaiting = !open.isEmpty();
            open.clear();
        }
    }

    void breaks(Desk from, Desk to, String pickup, Rule rule, boolean planted) {
        broken.add(new BrokenHandoff(journey, from, to, pickup, rule, planted));
    }

    /** Notes that the last line was a pick-up. */
    void pickedUp(Desk from, Desk to, String touchpoint, Instant passedAt, Instant at) {
        passes.add(new Passed(from, to, touchpoint, touchpoints.size() - 1, passedAt, at));
    }

    /** The handoffs that were made, in their order. */
    List<Passed> passes() {
        return passes;
    }

    void nearlyBreaks(NearMiss.Kind kind, String touchpoint) {
        nearMisses.add(new NearMiss(kind, journey, touchpoint));
    }

    /** A promise that falls due at the end of the day, so many days after a moment. */
    Promised promise(String text, Instant from, int days) {
        Instant due = from.atZone(Desk.ZONE)
                .toLocalDate()
                .plusDays(days + 1L)
                .atStartOfDay(Desk.ZONE)
                .toInstant();
        return new Promised(promised(), text, null, due, false);
    }

    /** By which it is kept. */
    String promised() {
        return "T-" + journey.caseNumber();
    }

    /** What the customer says of it all afterwards. */
    void hear(NewFeedback said) {
        feedback.add(said);
    }

    /**
     * @param planted whether a pass that is open at the end was meant to be
     * @param seen when one looks at it: what is due after the present may be over by then
     */
    Written finish(boolean planted, JourneyKind kind, Instant seen) {
        Instant waiting = open.values().stream()
                .map(OpenPass::passedAt)
                .min(Instant::compareTo)
                .orElse(null);
        new Aftermath(touchpoints, passes, new Aftermath.Ending(waiting, cancelledWaiting), seen)
                .shown()
                .forEach(shown -> breaks(
                        shown.pass().from(),
                        shown.pass().to(),
                        shown.pass().pickup(),
                        shown.rule(),
                        Plan.plants(shown.pass().from(), shown.pass().to(), shown.rule(), kind)));
        return new Written(
                touchpoints,
                broken,
                open.values().stream()
                        .map(pass -> new OpenPass(
                                pass.journey(), pass.from(), pass.to(), pass.passing(), pass.passedAt(), planted))
                        .toList(),
                nearMisses,
                feedback,
                new Course(
                        journey,
                        customerNumber,
                        passes,
                        broken.stream()
                                .filter(breakdown -> breakdown.rule().isInTheRate())
                                .map(BrokenHandoff::pickup)
                                .collect(Collectors.toSet())));
    }

    static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
