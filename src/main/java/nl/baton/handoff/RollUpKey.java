package nl.baton.handoff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What a row of a roll-up is found by within its generation, in one order for all who write. */
sealed interface RollUpKey<K extends RollUpKey<K>> extends Comparable<K> {

    /** The type under which waits are counted once more, whatever the journey's type: of them there are many rows. */
    long ALL_TYPES = 0;

    /** As {@link RollUpTable} names the columns. */
    List<Object> columns();

    /** The same over the span of another length that this one lies in. */
    K over(Span longer);

    /** A span of time on one lane, by journey type. */
    record Lane(long lane, Span span, LocalDate start, long type) implements RollUpKey<Lane> {

        private static final Comparator<Lane> ORDER = Comparator.comparingLong(Lane::lane)
                .thenComparing(Lane::span)
                .thenComparing(Lane::start)
                .thenComparingLong(Lane::type);

        @Override
        public List<Object> columns() {
            return List.of(span.code(), start, type, lane);
        }

        @Override
        public Lane over(Span longer) {
            return new Lane(lane, longer, longer.startOf(start), type);
        }

        @Override
        public int compareTo(Lane other) {
            return ORDER.compare(this, other);
        }
    }

    record Rule(Lane lane, String rule) implements RollUpKey<Rule> {

        private static final Comparator<Rule> ORDER =
                Comparator.comparing(Rule::lane).thenComparing(Rule::rule);

        @Override
        public List<Object> columns() {
            return List.of(lane.span.code(), lane.start, lane.type, lane.lane, rule);
        }

        @Override
        public Rule over(Span longer) {
            return new Rule(lane.over(longer), rule);
        }

        @Override
        public int compareTo(Rule other) {
            return ORDER.compare(this, other);
        }
    }

    record Wait(Lane lane, int bucket) implements RollUpKey<Wait> {

        private static final Comparator<Wait> ORDER =
                Comparator.comparing(Wait::lane).thenComparingInt(Wait::bucket);

        @Override
        public List<Object> columns() {
            return List.of(lane.span.code(), lane.start, lane.type, lane.lane, bucket);
        }

        @Override
        public Wait over(Span longer) {
            return new Wait(lane.over(longer), bucket);
        }

        @Override
        public int compareTo(Wait other) {
            return ORDER.compare(this, other);
        }
    }

    /** A span of time over all touchpoints, by journey type. */
    record Summary(Span span, LocalDate start, long type) implements RollUpKey<Summary> {

        private static final Comparator<Summary> ORDER = Comparator.comparing(Summary::span)
                .thenComparing(Summary::start)
                .thenComparingLong(Summary::type);

        @Override
        public List<Object> columns() {
            return List.of(span.code(), start, type);
        }

        @Override
        public Summary over(Span longer) {
            return new Summary(longer, longer.startOf(start), type);
        }

        @Override
        public int compareTo(Summary other) {
            return ORDER.compare(this, other);
        }
    }
}
