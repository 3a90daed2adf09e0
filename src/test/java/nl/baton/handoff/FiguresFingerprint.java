package nl.baton.handoff;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the figures that are shown look like, in a few numbers that any difference would move. */
public final class FiguresFingerprint {

    private static final List<String> OF_ALL = List.of(
            "COUNT(*) FROM handoff",
            "SUM(business_wait_ms) FROM handoff",
            "SUM(handoffs + judged + wait_ms) FROM lane_span WHERE span = 'D' AND",
            "SUM(pending) FROM lane_span WHERE span = 'A' AND",
            "SUM(judged_broken + unjudged_broken + judged + exempt) FROM lane_span_rule WHERE span = 'D' AND",
            "SUM(with_department + journeys) FROM summary_span WHERE span = 'D' AND",
            "SUM(wait_ms + reached) FROM journey_course");

    private FiguresFingerprint() {}

    public static List<Long> of(JdbcTemplate jdbc) {
        return OF_ALL.stream().map(sum -> live(jdbc, sum)).toList();
    }

    /** Moved too when a handoff was stored anew, though it says the same. */
    public static List<Long> withIds(JdbcTemplate jdbc) {
        return Stream.concat(of(jdbc).stream(), Stream.of(live(jdbc, "MAX(id) FROM handoff")))
                .toList();
    }

    private static Long live(JdbcTemplate jdbc, String sum) {
        Integer generation =
                jdbc.queryForObject("SELECT generation FROM figures_generation WHERE state = 'LIVE'", Integer.class);
        String where = sum.endsWith("AND") ? " generation = ?" : " WHERE generation = ?";
        return jdbc.queryForObject("SELECT " + sum + where, Long.class, generation);
    }
}
