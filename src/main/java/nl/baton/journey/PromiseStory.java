package nl.baton.journey;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What touchpoints say of one promise, told in their order: the same whatever order they arrived in. Said again before
 * it was due, a promise is another one from then on; a promise that was missed cannot be moved any more.
 *
 * @param in the touchpoint that makes the promise as it stands; null while it was only settled
 * @param byDue how it was last settled up to its due moment
 */
record PromiseStory(
        PromiseKey key,
        @Nullable Touchpoint in,
        @Nullable Promised promised,
        Settlement.@Nullable State byDue,
        Settlement.@Nullable State last,
        @Nullable Instant lastAt) {

    /** A promise's id within its source. */
    record PromiseKey(String source, String code) {

        static PromiseKey of(Touchpoint touchpoint, Promised promised) {
            return new PromiseKey(touchpoint.source(), promised.id());
        }

        static PromiseKey of(Touchpoint touchpoint, Settlement settlement) {
            return new PromiseKey(
                    Objects.requireNonNullElse(settlement.source(), touchpoint.source()), settlement.promise());
        }
    }

    static PromiseStory tell(PromiseKey key, List<Touchpoint> touchpoints) {
        Touchpoint in = null;
        Promised stands = null;
        List<Touchpoint> inOrder = touchpoints.stream().sorted(Touchpoint.ORDER).toList();
        for (Touchpoint touchpoint : inOrder) {
            for (Promised promised : touchpoint.details().promises()) {
                boolean inTime = stands == null || !touchpoint.at().isAfter(stands.due());
                if (inTime && PromiseKey.of(touchpoint, promised).equals(key)) {
                    in = touchpoint;
                    stands = promised;
                }
            }
        }
        Settlement.State byDue = null;
        Settlement.State last = null;
        Instant lastAt = null;
        for (Touchpoint touchpoint : inOrder) {
            for (Settlement settlement : touchpoint.details().settles()) {
                boolean ofThis = in != null
                        && !touchpoint.at().isBefore(in.at())
                        && PromiseKey.of(touchpoint, settlement).equals(key);
                if (ofThis) {
                    last = settlement.state();
                    lastAt = touchpoint.at();
                    byDue = touchpoint
                                    .at()
                                    .isAfter(Objects.requireNonNull(stands).due())
                            ? byDue
                            : last;
                }
            }
        }
        return new PromiseStory(key, in, stands, byDue, last, lastAt);
    }
}
