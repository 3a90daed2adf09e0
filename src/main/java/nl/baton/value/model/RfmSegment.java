package nl.baton.value.model;

/** The name of a cell of recency, frequency and monetary value; none is the name of a lifecycle stage too. */
public enum RfmSegment {
    CHAMPIONS,
    LOYAL,
    POTENTIAL_LOYALIST,
    NEWCOMER,
    PROMISING,
    NEED_ATTENTION,
    ABOUT_TO_SLEEP,
    SLIPPING,
    HIBERNATING,
    CANT_LOSE_THEM,
    GONE;

    /** By recency from 1, and then by how often and how much together from 1. */
    private static final RfmSegment[][] BY_SCORES = {
        {GONE, HIBERNATING, SLIPPING, CANT_LOSE_THEM, CANT_LOSE_THEM},
        {HIBERNATING, HIBERNATING, SLIPPING, SLIPPING, SLIPPING},
        {ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEED_ATTENTION, LOYAL, LOYAL},
        {PROMISING, POTENTIAL_LOYALIST, POTENTIAL_LOYALIST, LOYAL, LOYAL},
        {NEWCOMER, POTENTIAL_LOYALIST, POTENTIAL_LOYALIST, CHAMPIONS, CHAMPIONS}
    };

    /** Of three scores from 1 to 5. */
    public static RfmSegment of(int recency, int frequency, int monetary) {
        return BY_SCORES[recency - 1][(frequency + monetary + 1) / 2 - 1];
    }
}
