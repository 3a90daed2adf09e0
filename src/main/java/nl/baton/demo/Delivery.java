package nl.baton.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.baton.journey.NewTouchpoint;

/** How touchpoints reach Baton: roughly as they happened, but some late, some twice, and some batches swapped. */
final class Delivery {

    static final int BATCH = 1000;
    private static final double LATE = 0.02;
    private static final double TWICE = 0.01;

    /**
     * What is not in order.
     *
     * @param late external ids of touchpoints that came in a later batch than they belong to
     * @param twice external ids of those that came again, the same
     */
    record Disorder(List<String> late, List<String> twice) {}

    record Delivered(List<List<NewTouchpoint>> batches, Disorder disorder) {}

    private record Parcel(double place, NewTouchpoint touchpoint) {}

    private Delivery() {}

    static Delivered of(List<NewTouchpoint> touchpoints, RandomGenerator random) {
        var sorted = new ArrayList<>(touchpoints);
        sorted.sort(Comparator.comparing(NewTouchpoint::at).thenComparing(NewTouchpoint::externalId));
        var parcels = new ArrayList<Parcel>(sorted.size() + sorted.size() / 50);
        var late = new ArrayList<String>();
        var twice = new ArrayList<String>();
        for (int i = 0; i < sorted.size(); i++) {
            NewTouchpoint touchpoint = sorted.get(i);
            double roll = random.nextDouble();
            double delay = BATCH * (1 + 6 * random.nextDouble());
            if (roll < LATE && i + BATCH < sorted.size()) {
                late.add(touchpoint.externalId());
                parcels.add(new Parcel(i + delay, touchpoint));
            } else {
                parcels.add(new Parcel(i, touchpoint));
                if (roll > 1 - TWICE) {
                    twice.add(touchpoint.externalId());
                    parcels.add(new Parcel(i + delay, touchpoint));
                }
            }
        }
        parcels.sort(Comparator.comparingDouble(Parcel::place));
        return new Delivered(swapped(batches(parcels), random), new Disorder(List.copyOf(late), List.copyOf(twice)));
    }

    private static List<List<NewTouchpoint>> batches(List<Parcel> parcels) {
        var batches = new ArrayList<List<NewTouchpoint>>();
        for (int from = 0; from < parcels.size(); from += BATCH) {
            var batch = new ArrayList<NewTouchpoint>(BATCH);
            for (Parcel parcel : parcels.subList(from, Math.min(from + BATCH, parcels.size()))) {
                batch.add(parcel.touchpoint());
            }
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    private static List<List<NewTouchpoint>> swapped(List<List<NewTouchpoint>> batches, RandomGenerator random) {
        for (int i = 0; i + 1 < batches.size(); i += 2) {
            if (random.nextInt(5) == 0) {
                Collections.swap(batches, i, i + 1);
            }
        }
        return List.copyOf(batches);
    }
}
