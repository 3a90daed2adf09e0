package nl.baton.handoff;

import java.util.Collection;
import java.util.Map;
import nl.baton.base.BatonProperties;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the waits of some lanes over a few days, from the index alone. */
@Component
class DepartmentWaitQuery {

    private final NamedParameterJdbcTemplate named;
    private final Generations generations;
    private final BatonProperties properties;

    DepartmentWaitQuery(NamedParameterJdbcTemplate named, Generations generations, BatonProperties properties) {
        this.named = named;
        this.generations = generations;
        this.properties = properties;
    }

    /** In the receiver's opening hours. */
    Waits into(Collection<Long> lanes, Period days) {
        if (lanes.isEmpty()) {
            return Waits.exactly(new long[0], 0);
        }
        long[] waits = named
                .queryForList(
                        """
                        SELECT h.business_wait_ms FROM handoff h
                        WHERE h.lane_id IN (:lanes) AND h.generation = :generation AND h.picked_up_at >= :from
                            AND h.picked_up_at < :to""",
                        Map.of(
                                "lanes", lanes,
                                "generation", generations.live(),
                                "from", UtcTime.of(days.start(properties.zone())),
                                "to", UtcTime.of(days.end(properties.zone()))),
                        Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        long total = 0;
        for (long wait : waits) {
            total += wait;
        }
        return Waits.exactly(waits, total);
    }
}
