package nl.baton.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.baton.journey.Outcome;
import org.jspecify.annotations.Nullable;

/** Passes the baton within a story: hands over, lets it wait, and writes down what that breaks or nearly breaks. */
final class Passing {

    /** When the next department begins, and what will be broken by then. */
    record PickUp(
            Instant at,
            Instant passedAt,
            Desk from,
            boolean explicit,
            List<Rule> breaks,
            List<NearMiss.Kind> nearlyBreaks) {}

    /** The texts with which a customer asks after something that lies between two departments. */
    private static final List<String> CHASES = List.of(
            "Hoor ik nog iets?|Is mijn vraag wel binnen?|Wanneer hoor ik iets van u?|Ik wacht nog op bericht.",
            "Kunt u zeggen hoe het ervoor staat?|Vraagt of de aanvraag is aangekomen.|Vraagt wie het nu oppakt.",
            "Mij was gezegd dat ik teruggebeld zou worden.|Niemand weet van mijn zaak, lijkt het.|Ligt het nog ergens?");

    private static final Duration WEEKEND = Duration.ofHours(60);

    private final Story story;
    private final Pen pen;
    private final RandomGenerator random;

    Passing(Story story, Pen pen, RandomGenerator random) {
        this.story = story;
        this.pen = pen;
        this.random = random;
    }

    void pass(Handover handover) {
        Desk from = story.holder();
        Desk to = handover.to();
        if (handover.excuse() == NearMiss.Kind.PING_PONG_DONE_THEN_UNKNOWN) {
            story.add(Line.note("Werk klaar.|Afgehandeld aan onze kant.").ending(Outcome.DONE));
        }
        Story.Snag snag = story.snag();
        boolean stuck = snag != null && snag.from() == from && snag.to() == to;
        Plan.Fate fate = Plan.fate(from, to, story.kind(), !handover.comesBack(), random);
        Desk named = stuck || fate.explicit() ? to : null;
        if (!stuck && fate.twist() == Plan.Twist.LAPSED) {
            named = other(from, to);
        }
        Story.Written handed = story.write(
                Line.note(handover.text()).ending(handover.outcome(random)).handedTo(named));
        if (pen.isOver()) {
            story.awaits(to, null);
        } else if (stuck) {
            waitInVain(from, to, handed.end());
        } else {
            story.awaits(to, pickUp(handover, fate, from, handed.end()));
        }
    }

    private void waitInVain(Desk from, Desk to, Instant passed) {
        if (random.nextInt(5) < 2) {
            ask(from, to, passed, pen.present(), 1 + random.nextInt(2));
        }
        pen.stop();
        story.awaits(to, null);
    }

    private PickUp pickUp(Handover handover, Plan.Fate fate, Desk from, Instant passed) {
        Desk to = handover.to();
        var breaks = new ArrayList<Rule>();
        var nearly = new ArrayList<NearMiss.Kind>();
        if (handover.breaks() != null) {
            breaks.add(handover.breaks());
        }
        if (handover.excuse() != null) {
            nearly.add(handover.excuse());
        }
        Instant at = to.hours().after(passed, businessWait(fate));
        if (fate.late()) {
            breaks.add(Rule.LATE_PICKUP);
        } else if (fate.twist() == Plan.Twist.EXACTLY_EIGHT_HOURS) {
            nearly.add(NearMiss.Kind.EXACTLY_EIGHT_HOURS);
        } else if (fate.twist() == Plan.Twist.JUST_IN_TIME) {
            nearly.add(NearMiss.Kind.JUST_IN_TIME);
        } else if (Duration.between(passed, at).compareTo(WEEKEND) >= 0) {
            nearly.add(NearMiss.Kind.OVER_THE_WEEKEND);
        }
        if (fate.chased()) {
            breaks.add(Rule.CUSTOMER_CHASED);
            ask(from, to, passed, at, random.nextInt(4) == 0 ? 2 : 1);
        }
        switch (fate.twist()) {
            case ASKED_OUTSIDE_A_PASS -> {
                askNobody(passed, at);
                nearly.add(NearMiss.Kind.ASKED_OUTSIDE_A_PASS);
            }
            case LAPSED -> {
                ask(from, to, passed, at, 1);
                nearly.add(NearMiss.Kind.CHASE_OF_A_LAPSED_PASS);
            }
            case HANDED_OVER_TWICE -> {
                // unless the customer asked: then the order of the two would be a matter of luck; Beheer has promised
                // how long it takes, which it would seem to exceed
                if (!fate.chased() && from != Desk.BEHEER) {
                    handAgain(from, to, passed, at);
                }
            }
            case NONE, EXACTLY_EIGHT_HOURS, JUST_IN_TIME -> {}
        }
        return new PickUp(at, passed, from, fate.explicit() && fate.twist() != Plan.Twist.LAPSED, breaks, nearly);
    }

    private Duration businessWait(Plan.Fate fate) {
        double luck = random.nextDouble();
        if (fate.late()) {
            return Story.ofHours(9 + 30 * luck * luck);
        }
        return switch (fate.twist()) {
            case EXACTLY_EIGHT_HOURS -> Plan.PICK_UP;
            case JUST_IN_TIME -> Plan.PICK_UP.minusSeconds(1 + (long) (luck * 118));
            case ASKED_OUTSIDE_A_PASS, LAPSED -> Story.ofHours(2 + 5 * luck);
            default -> fate.chased() ? Story.ofHours(2.5 + 4.5 * luck) : Story.ofHours(0.05 + 6.5 * luck * luck);
        };
    }

    /** The customer asks while it waits, of whoever answers: it is a chase wherever it lands. */
    private void ask(Desk from, Desk to, Instant passed, Instant pickedUp, int times) {
        Instant earliest = passed;
        for (int i = 0; i < times; i++) {
            Instant at = awake(earliest, pickedUp);
            earliest = at.plusSeconds(60);
            Desk desk = answering(from, to, at);
            String channel =
                    desk == null ? (random.nextBoolean() ? "APP" : "WEB") : random.nextInt(3) == 0 ? "MAIL" : "PHONE";
            Instant end = at.plus(Pen.minutes(2 + random.nextInt(7)));
            boolean noted = channel.equals("PHONE") && end.isBefore(pickedUp);
            story.aside(desk, at, noted ? end : null, Line.in(channel, chase()));
        }
    }

    /** In the app, where no department answers; nobody had handed over, so it is no chase. */
    private void askNobody(Instant passed, Instant pickedUp) {
        story.aside(null, awake(passed, pickedUp), null, Line.in("APP", chase()));
    }

    private String chase() {
        return CHASES.get(random.nextInt(CHASES.size()));
    }

    private @Nullable Desk answering(Desk from, Desk to, Instant at) {
        Desk desk = switch (random.nextInt(6)) {
            case 0 -> from;
            case 1 -> to;
            case 2, 3 -> Desk.KLANTENSERVICE;
            default -> null;
        };
        boolean there = desk != null && desk.hours().after(at, Duration.ZERO).equals(at);
        return there ? desk : null;
    }

    /** A moment in between, by preference one at which people are awake. */
    private Instant awake(Instant after, Instant before) {
        long room = Duration.between(after, before).toSeconds();
        Instant at = after;
        for (int attempt = 0; attempt < 6; attempt++) {
            at = after.plusSeconds(1 + (long) (random.nextDouble() * Math.max(0, room - 120)));
            int hour = at.atZone(Desk.ZONE).getHour();
            if (hour >= 7 && hour < 23) {
                break;
            }
        }
        return at;
    }

    /** Without an outcome, which is unknown and so changes nothing about the one before. */
    private void handAgain(Desk from, Desk to, Instant passed, Instant pickedUp) {
        Instant half = passed.plus(Duration.between(passed, pickedUp).dividedBy(2));
        Instant at = from.hours().after(half, Duration.ofMinutes(5));
        if (at.isBefore(pickedUp.minusSeconds(60))) {
            story.aside(
                    from,
                    at,
                    null,
                    Line.note("Nog eens doorgezet naar {naar}, nog geen reactie.|Herinnering gestuurd aan {naar}."
                                    .replace("{naar}", to.title()))
                            .handedTo(to));
        }
    }

    private Desk other(Desk from, Desk to) {
        Desk desk = Desk.values()[random.nextInt(Desk.values().length)];
        while (desk == from || desk == to) {
            desk = Desk.values()[(desk.ordinal() + 1) % Desk.values().length];
        }
        return desk;
    }

    /** Called when the pick-up has really been written: one beyond the present has not happened. */
    void note(PickUp pickUp, String touchpoint) {
        Desk to = story.holder();
        pen.pickedUp(pickUp.from(), to, touchpoint, pickUp.passedAt(), pickUp.at());
        for (Rule rule : pickUp.breaks()) {
            pen.breaks(pickUp.from(), to, touchpoint, rule, Plan.plants(pickUp.from(), to, rule, story.kind()));
        }
        pickUp.nearlyBreaks().forEach(kind -> pen.nearlyBreaks(kind, touchpoint));
    }
}
