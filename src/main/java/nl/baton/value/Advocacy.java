package nl.baton.value;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer says of the company to others, and who brought the customer in, as known at the end of a day.
 *
 * @param answers to whether the customer would recommend the company, the first first
 * @param reach null where it is not known how many people the customer reaches
 */
record Advocacy(List<Answered> answers, @Nullable Reached reach, List<Brought> broughtBy) {

    static final Advocacy NONE = new Advocacy(List.of(), null, List.of());

    /** A score from 0 to 10, on a day of the company's. */
    record Answered(int score, LocalDate on) {}

    /** So many people, counted on that day. */
    record Reached(int people, LocalDate on) {}

    /** @param part of all referrers' shares, 0 to 1 @param on the first day on which this one is said to have referred */
    record Brought(long referrer, LocalDate on, double part) {}

    @Nullable
    Answered last() {
        return answers.isEmpty() ? null : answers.getLast();
    }

    int[] scores() {
        return answers.stream().mapToInt(Answered::score).toArray();
    }

    @Nullable
    Integer people() {
        return reach == null ? null : (Integer) reach.people();
    }
}
