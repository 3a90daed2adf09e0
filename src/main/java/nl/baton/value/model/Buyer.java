package nl.baton.value.model;

/**
 * What the models need to know of who bought.
 *
 * @param repeats purchase days after the first
 * @param recency days from the first purchase day to the last
 * @param age days from the first purchase day to the day as of which it is said
 * @param spend mean amount of the repeat purchase days; 0 without one
 */
public record Buyer(int repeats, int recency, int age, double spend) {

    public Buyer {
        if (repeats < 0 || recency < 0 || age < recency || (repeats == 0) != (recency == 0) || repeats > recency) {
            throw new IllegalArgumentException(
                    "%d repeat purchase days, the last after %d of %d days".formatted(repeats, recency, age));
        }
    }
}
