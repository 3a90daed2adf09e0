package nl.baton.handoff;

import java.util.Arrays;

/**
 * When it is known for good whether a handoff is broken by a rule, and so from when on it counts in a rate.
 *
 * @param days after the pick-up; 0 where it does not depend on that
 */
public record Window(Kind kind, int days) {

    /** By the end of the receiving leg at the latest: these rules make up the breakdown rate. */
    public static final Window OF_LEG = new Window(Kind.LEG, 0);

    /** At a moment that differs from handoff to handoff, and that not every handoff has. */
    public static final Window OF_ITS_OWN = new Window(Kind.OWN, 0);

    /** So many calendar days after the pick-up. */
    public static Window days(int days) {
        return new Window(Kind.DAYS, days);
    }

    /** What the window is counted from. */
    public enum Kind {
        LEG("L"),
        DAYS("D"),
        OWN("O");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As it is stored. */
        String code() {
            return code;
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
