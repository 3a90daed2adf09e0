package nl.baton.handoff.ui;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.baton.handoff.PromiseState;

/**
 * What a mark of the chart stands for, as it goes by in the browser: the journey, and the touchpoint that tells it from
 * others of its kind. So it can be found again after more has arrived.
 *
 * @param rest what else is needed: a promise's own name
 */
record RelayMark(long journey, long touchpoint, String rest) {

    private static final Pattern ID = Pattern.compile("(\\d{1,18})-(\\d{1,18})(?:-(.{0,400}))?", Pattern.DOTALL);

    static String id(long journey, long touchpoint) {
        return journey + "-" + touchpoint;
    }

    static String id(long journey, PromiseState promise) {
        return id(journey, promise.madeIn().id()) + "-" + promise.promise().id();
    }

    /** Empty for what no chart of ours says. */
    static Optional<RelayMark> of(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches()
                ? Optional.of(new RelayMark(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        matcher.group(3) == null ? "" : matcher.group(3)))
                : Optional.empty();
    }
}
