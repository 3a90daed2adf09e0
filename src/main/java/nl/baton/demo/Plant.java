package nl.baton.demo;

/**
 * A breakdown planted on purpose: on this lane, in journeys of this kind.
 *
 * @param share how many of the lane's handoffs break; of a rule about coming back: of those that come back
 * @param count how many there are, for a rule that is counted; else 0
 */
record Plant(Desk from, Desk to, Rule rule, JourneyKind kind, double share, int count) {

    static Plant share(Desk from, Desk to, Rule rule, JourneyKind kind, double share) {
        return new Plant(from, to, rule, kind, share, 0);
    }

    static Plant count(Desk from, Desk to, JourneyKind kind, int count) {
        return new Plant(from, to, Rule.NOT_PICKED_UP, kind, 0, count);
    }

    boolean is(Desk from, Desk to, Rule rule, JourneyKind kind) {
        return this.from == from && this.to == to && this.rule == rule && this.kind == kind;
    }
}
