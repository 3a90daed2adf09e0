package nl.baton.value.model;

import java.util.Arrays;

/**
 * How long it took buyers to come back for the first time, as it was known at the end of each of several days. All who ever
 * bought are one cohort: those who bought first not long ago are censored, which is what Kaplan-Meier is for. Keeps counts by
 * day, not customers.
 */
public final class FirstGaps {

    /** What lies further back is taken to lie there: a date in the year 1 is a mistake, and must not cost any memory. */
    private static final int LONGEST = 50 * 366;

    private final int[] asked;
    private final int to;
    private final int earliest;
    /** For each day it may be asked for, as differences from the one before: those known to have come back, by gap. */
    private final int[][] gaps;
    /** Likewise those known to have come back, by first day. */
    private final int[][] returned;
    /** Buyers by first day. */
    private final long[] firsts;

    private FirstGap[] answers = {};

    /**
     * @param earliest day on which anybody bought, counted from 1970 as all days here
     * @param asked the days it may be asked for, one or more
     */
    public FirstGaps(int earliest, int... asked) {
        this.asked = Arrays.stream(asked).sorted().distinct().toArray();
        this.to = this.asked[this.asked.length - 1];
        this.earliest = Math.clamp(earliest, to - LONGEST, to);
        int days = to - this.earliest + 1;
        gaps = new int[this.asked.length][days];
        returned = new int[this.asked.length][days];
        firsts = new long[days];
    }

    /** @param days purchase days in order; those after the last day that may be asked for count for nothing */
    public void add(int... days) {
        if (days.length == 0 || days[0] > to) {
            return;
        }
        int begun = Math.max(earliest, days[0]);
        firsts[begun - earliest]++;
        if (days.length > 1 && days[1] <= to) {
            int known = knownSince(days[1]);
            gaps[known][Math.max(0, days[1] - begun)]++;
            returned[known][begun - earliest]++;
        }
    }

    /** As it was known at the end of that day. */
    public FirstGap at(int day) {
        if (answers.length == 0) {
            answers = answers();
        }
        int at = Arrays.binarySearch(asked, day);
        if (at < 0) {
            throw new IllegalArgumentException("Day %d is none of those that were to be asked for".formatted(day));
        }
        return answers[at];
    }

    /** The place of the first day asked for on which that was known. */
    private int knownSince(int day) {
        int at = Arrays.binarySearch(asked, day);
        return at < 0 ? -at - 1 : at;
    }

    private FirstGap[] answers() {
        var all = new FirstGap[asked.length];
        long[] happened = new long[firsts.length];
        long[] back = new long[firsts.length];
        for (int at = 0; at < asked.length; at++) {
            int day = asked[at];
            for (int i = 0; i < firsts.length; i++) {
                happened[i] += gaps[at][i];
                back[i] += returned[at][i];
            }
            long[] watched = new long[firsts.length];
            for (int i = 0; i < firsts.length && earliest + i <= day; i++) {
                watched[day - earliest - i] = firsts[i] - back[i];
            }
            all[at] = Arrays.stream(firsts).sum() == 0
                    ? FirstGap.UNKNOWN
                    : FirstGap.of(new KaplanMeier(happened, watched));
        }
        return all;
    }
}
