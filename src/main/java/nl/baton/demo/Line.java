package nl.baton.demo;

import nl.baton.journey.Direction;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Purpose;
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
        @Nullable Purpose purpose) {

    static Line in(String channel, String text) {
        return new Line(Direction.INBOUND, channel, text, 0, null, null, null, null);
    }

    static Line out(String channel, String text) {
        return new Line(Direction.OUTBOUND, channel, text, 0, null, null, null, Purpose.SERVICE);
    }

    static Line note(String text) {
        return new Line(Direction.INTERNAL, null, text, 0, null, null, null, null);
    }

    Line lasting(int minutes) {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, purpose);
    }

    Line ending(@Nullable Outcome outcome) {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, purpose);
    }

    Line cancelledBy(Party party) {
        return new Line(direction, channel, text, minutes, Outcome.CANCELLED, party, handedTo, purpose);
    }

    Line handedTo(@Nullable Desk desk) {
        return new Line(direction, channel, text, minutes, outcome, by, desk, purpose);
    }

    Line campaign() {
        return new Line(direction, channel, text, minutes, outcome, by, handedTo, Purpose.CAMPAIGN);
    }

    Line worded(String wording) {
        return new Line(direction, channel, wording, minutes, outcome, by, handedTo, purpose);
    }

    boolean fromCustomer() {
        return direction == Direction.INBOUND;
    }

    /** Whether the two have to be there at the same time. */
    boolean isLive() {
        return channel != null && (channel.equals("PHONE") || channel.equals("CHAT") || channel.equals("VISIT"));
    }
}
