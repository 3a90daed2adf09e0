package nl.baton.handoff;

import java.util.HashSet;
import java.util.Set;

/**
 * Of which things a handoff is its journey's first. A journey counts once, on the day of its first handoff (ping-pong,
 * return), so that days add up; it is told for the whole company, and for the department at either end apart, since
 * some see only their own department's lanes.
 */
final class Firsts {

    /** What can be a journey's first, in the order of the columns. */
    enum Kind {
        HANDOFF,
        PING_PONG,
        RETURN
    }

    /** For whom it is the first. */
    enum View {
        COMPANY,
        FROM,
        TO
    }

    private record Seen(Kind kind, long department) {}

    private static final long COMPANY = 0;

    private final Set<Seen> seen = new HashSet<>();

    static int bit(Kind kind, View view) {
        return 1 << (kind.ordinal() * View.values().length + view.ordinal());
    }

    /** Takes a journey's handoffs in their order and gives each its bits. */
    int of(Handoff handoff) {
        int bits = first(Kind.HANDOFF, handoff);
        if (handoff.pingPong()) {
            bits |= first(Kind.PING_PONG, handoff);
        }
        if (handoff.isReturn()) {
            bits |= first(Kind.RETURN, handoff);
        }
        return bits;
    }

    private int first(Kind kind, Handoff handoff) {
        int bits = 0;
        long from = handoff.from().department();
        long to = handoff.to().department();
        if (seen.add(new Seen(kind, COMPANY))) {
            bits |= bit(kind, View.COMPANY);
        }
        if (seen.add(new Seen(kind, from))) {
            bits |= bit(kind, View.FROM);
        }
        // between two teams of one department the passing end stands for both
        if (from != to && seen.add(new Seen(kind, to))) {
            bits |= bit(kind, View.TO);
        }
        return bits;
    }
}
