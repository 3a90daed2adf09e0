package nl.baton.demo;

import java.util.List;
import nl.baton.journey.Direction;
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
        List<Promised> promises,
        List<Settlement> settles) {

    static Line in(String channel, String text) {
        return new Line(Direction.INBOUND, channel, text, 0, null, null, null, null, List.of(), List.of());
    }

    static Line out(String channel, String text) {
        return new Line(Direction.OUTBOUND, channel, text, 0, null, null, null, Purpose.SERVICE, List.of(), List.of());
    }

    static Line note(String text) {
        return new Line(Direction.INTERNAL, null, text, 0, null, null, null, null, List.of(), List.of());
    }

    Line lasting(int minutes) {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, purpose, promises, settles);
    }

    Line ending(@Nullable Outcome outcome) {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, purpose, promises, settles);
    }

    Line cancelledBy(Party party) {
        return new Line(
                direction, channel, text, minutes, Outcome.CANCELLED, party, handedTo, purpose, promises, settles);
    }

    Line handedTo(@Nullable Desk desk) {
        return new Line(direction, channel, text, minutes, outcome, by, desk, purpose, promises, settles);
    }

    Line campaign() {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, Purpose.CAMPAIGN, promises, settles);
    }

    Line worded(String wording) {
        return new Line(direction, channel, wording, minutes, outcome, by, handedTo, purpose, promises, settles);
    }

    Line promising(Promised promised) {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, purpose, List.of(promised), settles);
    }

    Line keeping(String promise) {
        return new Line(
                direction,
                channel,
                text,
                minutes,
                outcome,
                by,
                handedTo,
                purpose,
                promises,
                List.of(new Settlement(promise, Settlement.State.KEPT)));
    }

    boolean fromCustomer() {
        return direction == Direction.INBOUND;
    }

    /** Whether the two have to be there at the same time. */
    boolean isLive() {
        return channel != null && (channel.equals("PHONE") || channel.equals("CHAT") || channel.equals("VISIT"));
    }
}
