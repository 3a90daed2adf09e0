package nl.baton.demo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import nl.baton.customer.NewCustomer;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Promised;
import org.jspecify.annotations.Nullable;

/**
 * The journey that a storyline tells: who holds it, and what time it is. Staff work in their opening hours; customers
 * write when they are awake. Each line lies after the one before, so that what a handoff waited is what was meant.
 */
final class Story {

    /**
     * A place where the journey gets stuck: handed over, and not begun by the present.
     *
     * @param overdue whether it has lain there for longer than agreed
     */
    record Snag(Desk from, Desk to, boolean overdue) {}

    private final JourneyKind kind;
    private final Pen pen;
    private final Staff staff;
    private final RandomGenerator random;
    private final @Nullable Snag snag;
    private final Wording wording;
    private final Passing passing;
    private final Map<Desk, String> teams = new EnumMap<>(Desk.class);
    private final Map<Desk, String> agents = new EnumMap<>(Desk.class);
    private Instant clock;
    private @Nullable Desk holder;
    private @Nullable Instant appointment;
    private Passing.@Nullable PickUp due;

    Story(
            JourneyKind kind,
            NewCustomer customer,
            Pen pen,
            Staff staff,
            Instant opens,
            RandomGenerator random,
            @Nullable Snag snag) {
        this.kind = kind;
        this.pen = pen;
        this.staff = staff;
        this.random = random;
        this.snag = snag;
        this.clock = opens;
        this.wording = new Wording(kind, pen.journey().caseNumber(), customer, random);
        this.passing = new Passing(this, pen, random);
    }

    JourneyKind kind() {
        return kind;
    }

    @Nullable
    Snag snag() {
        return snag;
    }

    /** A number below the given one. */
    int roll(int sides) {
        return random.nextInt(sides);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Whether this pass, on its way back, is to break a rule as planned. */
    boolean plants(Desk from, Desk to, Rule rule) {
        return chance(Plan.share(from, to, rule, kind, 0));
    }

    /** Whether something happens on the lane of the last pass that was picked up: the share that is planted, or anyway. */
    boolean afterPass(Rule rule, double anyway) {
        return chance(pen.passes().isEmpty() ? anyway : Plan.share(pen.passes().getLast(), rule, kind, anyway));
    }

    /** Writes a line that shows the last handoff to be broken. */
    Story showing(Rule rule, Line line) {
        Written written = write(line);
        if (written.id() != null && !pen.passes().isEmpty()) {
            Passed last = pen.passes().getLast();
            pen.breaks(last.from(), last.to(), last.pickup(), rule, Plan.plants(last.from(), last.to(), rule, kind));
        }
        return this;
    }

    /** Writes a line that looks as if it broke the last handoff. */
    Story nearly(NearMiss.Kind what, Line line) {
        Written written = write(line);
        if (written.id() != null && !pen.passes().isEmpty()) {
            pen.nearlyBreaks(what, pen.passes().getLast().pickup());
        }
        return this;
    }

    /** A promise that falls due at the end of the day, so many days from now. */
    Promised promise(String text, int days) {
        return pen.promise(text, clock, days);
    }

    /** By which it is kept. */
    String promised() {
        return pen.promised();
    }

    /** Whether what a pact asks for is asked of who passes it on now. */
    boolean isAgreed() {
        return !clock.isBefore(Plan.agreedSince(pen.present()));
    }

    /** The department that begins the journey. */
    Story begin(Desk desk) {
        holder = desk;
        return this;
    }

    Desk holder() {
        return requireNonNull(holder, "begin() comes first");
    }

    /** Lets working hours of the department that holds the journey pass. */
    Story hours(double least, double most) {
        clock = holder().hours().after(clock, ofHours(least + random.nextDouble() * (most - least)));
        return this;
    }

    /** Lets days pass, to an hour at which a customer gets round to it. */
    Story days(int least, int most) {
        ZonedDateTime day = clock.atZone(Desk.ZONE).plusDays(least + random.nextInt(most - least + 1));
        Instant moment = day.with(Season.customersHour(random)).toInstant();
        clock = moment.isAfter(clock) ? moment : clock.plus(Duration.ofMinutes(30));
        return this;
    }

    /** Makes an appointment for a working morning; {@code {afspraak}} is its day. */
    Story appoint(int leastDays, int mostDays) {
        appointment = Season.workingMorning(
                clock.plus(Duration.ofDays(leastDays + random.nextInt(mostDays - leastDays + 1))), random);
        wording.appointment(appointment);
        return this;
    }

    /** The working day before the appointment. */
    Story dayBefore() {
        clock = later(clock, Season.workingDayBefore(appointment()));
        return this;
    }

    Story keepAppointment() {
        clock = appointment();
        return this;
    }

    /** One that the journey has overtaken is moved to the next working morning. */
    private Instant appointment() {
        Instant planned = appointment;
        if (planned == null || !planned.isAfter(clock)) {
            planned = Season.workingMorning(clock, random);
            appointment = planned;
            wording.appointment(planned);
        }
        return planned;
    }

    Story in(String channel, String text) {
        return add(Line.in(channel, text));
    }

    Story out(String channel, String text) {
        return add(Line.out(channel, text));
    }

    Story note(String text) {
        return add(Line.note(text));
    }

    Story visit(int minutes, String text) {
        return add(Line.out("VISIT", text).lasting(minutes));
    }

    /** Closes the journey with what the customer came for. */
    void resolve(Line line) {
        add(line.ending(Outcome.RESOLVED));
    }

    void cancel(Party party, Line line) {
        add(line.cancelledBy(party));
    }

    Story add(Line line) {
        write(line);
        return this;
    }

    /** Passes the baton; the next line is the pick-up. */
    Story pass(Handover handover) {
        passing.pass(handover);
        return this;
    }

    /** Hands over, and then closes the journey after all, before anyone has begun. */
    void withdraw(Desk to, String text, Line closing) {
        Written handed = write(Line.note(text).ending(Outcome.TRANSFERRED).handedTo(to));
        Written closed = hours(0.5, 4).write(closing.ending(Outcome.RESOLVED));
        if (handed.id() != null && closed.id() != null) {
            pen.nearlyBreaks(NearMiss.Kind.LAPSED_BY_CLOSING, handed.id());
        }
    }

    /** Writes a line in the holder's name, and says when it was over. */
    Written write(Line line) {
        Passing.PickUp pickUp = due;
        due = null;
        if (pickUp != null && pickUp.explicit() && line.fromCustomer()) {
            throw new IllegalStateException("Nobody begins by being asked: " + line.text());
        }
        Instant at = pickUp == null ? moment(line) : pickUp.at();
        int minutes = line.minutes() > 0 ? line.minutes() : usualMinutes(line);
        Instant end = at.plus(Pen.minutes(minutes));
        String id = pen.write(
                holder(), team(holder()), agent(), at, minutes > 0 ? end : null, line.worded(wording.of(line.text())));
        if (id != null && pickUp != null) {
            passing.note(pickUp, id);
        }
        clock = end.plusSeconds(30);
        return new Written(id, at, end);
    }

    /** Where a line has come to stand; without an id beyond the present. */
    record Written(@Nullable String id, Instant at, Instant end) {}

    /** Writes a line that stands beside the story: it moves neither the clock nor the baton. */
    void aside(@Nullable Desk desk, Instant at, @Nullable Instant end, Line line) {
        pen.write(
                desk,
                desk == null ? null : team(desk),
                desk == null ? null : staff.of(desk, team(desk), random),
                at,
                end,
                line.worded(wording.of(line.text())));
    }

    void awaits(Desk desk, Passing.@Nullable PickUp pickUp) {
        if (pickUp != null) {
            clock = pickUp.at();
        }
        due = pickUp;
        holder = desk;
        // whoever takes it up again need not be who had it first
        agents.remove(desk);
    }

    private Instant moment(Line line) {
        Duration moment = Duration.ofSeconds(40 + random.nextInt(500));
        if (!line.fromCustomer() || line.isLive()) {
            return line.isLive() && "VISIT".equals(line.channel())
                    ? clock
                    : holder().hours().after(clock, moment);
        }
        ZonedDateTime at = clock.plus(moment).atZone(Desk.ZONE);
        return (at.getHour() < 7 ? at.plusHours(7) : at).toInstant();
    }

    private int usualMinutes(Line line) {
        if (line.channel() == null) {
            return random.nextInt(5) < 2 ? 4 + random.nextInt(17) : 0;
        }
        return line.isLive() ? 3 + random.nextInt(16) : 0;
    }

    private String team(Desk desk) {
        return teams.computeIfAbsent(desk, key -> key.team(kind, random));
    }

    private String agent() {
        return agents.computeIfAbsent(holder(), desk -> staff.of(desk, team(desk), random));
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Duration ofHours(double hours) {
        return Duration.ofSeconds((long) (hours * 3600));
    }
}
