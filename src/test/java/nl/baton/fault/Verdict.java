package nl.baton.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found after a fault.
 *
 * @param acknowledged how many items had been acknowledged
 * @param lost acknowledged items that are not there, or not as they were last acknowledged
 * @param doubled items that are there more than once, or count as replaced without having changed
 * @param strange items that nobody sent, or of which Baton had only half, and answers that nobody should get
 * @param differences between the figures and what they are computed from
 * @param servesAfter seconds from the return of what had fallen away until the first batch was stored; 0 where nothing had
 * @param upToDateAfter seconds from the same moment, or from the beginning, until everything was stored and all figures
 *     were up to date
 */
public record Verdict(
        Fault fault,
        long seed,
        int acknowledged,
        List<String> lost,
        List<String> doubled,
        List<String> strange,
        List<String> differences,
        double servesAfter,
        double upToDateAfter) {

    /** Whether all is as it has to be. */
    public boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && strange.isEmpty() && differences.isEmpty();
    }

    @Override
    public String toString() {
        return "%s, seed %d: %d acknowledged, %d lost, %d doubled, %d strange, %d differences; serves after %.1f s, up to date after %.1f s%s"
                .formatted(
                        fault,
                        seed,
                        acknowledged,
                        lost.size(),
                        doubled.size(),
                        strange.size(),
                        differences.size(),
                        servesAfter,
                        upToDateAfter,
                        examples());
    }

    private String examples() {
        var all = new ArrayList<String>();
        List.of(lost, doubled, strange, differences)
                .forEach(found -> all.addAll(found.subList(0, Math.min(3, found.size()))));
        return all.isEmpty() ? "" : "\n  " + String.join("\n  ", all);
    }
}
