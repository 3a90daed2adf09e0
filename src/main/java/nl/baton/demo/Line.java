package nl.baton.demo;

import java.util.List;
import nl.baton.journey.Direction;
import nl.baton.journey.Fact;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Promised;
import nl.baton.journey.Purpose;
import nl.baton.journey.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * One line of a story, before it has a moment and a number.
 *
 * @param text alternatives, parted by a bar
 * @param minutes how long it took; 0 when nobody notes that down
 */
record Line(
        Direction direction,
        @Nullable String channel,
        String text,
        int minutes,
        @Nullable Outcome outcome,
        @Nullable Party by,
        @Nullable Desk handedTo,
        @Nullable Purpose purpose,
        Extras extras) {

    /** What few lines have. */
    record Extras(List<Fact> facts, List<Promised> promises, List<Settlement> settles) {

        private static final Extras NONE = new Extras(List.of(), List.of(), List.of());
    }

    static Line in(String channel, String text) {
        return new Line(Direction.INBOUND, channel, text, 0, null, null, null, null, Extras.NONE);
    }

    static Line out(String channel, String text) {
        return new Line(Direction.OUTBOUND, channel, text, 0, null, null, null, Purpose.SERVICE, Extras.NONE);
    }

    static Line note(String text) {
        return new Line(Direction.INTERNAL, null, text, 0, null, null, null, null, Extras.NONE);
    }

    Line lasting(int minutes) {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, purpose, extras);
    }

    Line ending(@Nullable Outcome outcome) {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, purpose, extras);
    }

    Line cancelledBy(Party party) {
        return new Line(direction, channel, text, minutes, Outcome.CANCELLED, party, handedTo, purpose, extras);
    }

    Line handedTo(@Nullable Desk desk) {
        return new Line(direction, channel, text, minutes, outcome, by, desk, purpose, extras);
    }

    Line campaign() {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, Purpose.CAMPAIGN, extras);
    }

    Line worded(String wording) {
        return new Line(direction, channel, wording, minutes, outcome, by, handedTo, purpose, extras);
    }

    Line tells(String key) {
        return about(new Fact(key, Fact.Act.TOLD, null));
    }

    Line asks(String key) {
        return about(new Fact(key, Fact.Act.ASKED, null));
    }

    private Line about(Fact fact) {
        return with(new Extras(List.of(fact), extras.promises, extras.settles));
    }

    Line promising(Promised promised) {
        return with(new Extras(extras.facts, List.of(promised), extras.settles));
    }

    Line keeping(String promise) {
        return with(new Extras(extras.facts, extras.promises, List.of(new Settlement(promise, Settlement.State.KEPT))));
    }

    private Line with(Extras others) {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, purpose, others);
    }

    boolean fromCustomer() {
        return direction == Direction.INBOUND;
    }

    /** Whether the two have to be there at the same time. */
    boolean isLive() {
        return channel != null && (channel.equals("PHONE") || channel.equals("CHAT") || channel.equals("VISIT"));
    }
}
