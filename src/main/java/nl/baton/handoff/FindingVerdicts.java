package nl.baton.handoff;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What leads have said of findings, kept apart from them, so that it outlives every new computation. */
@Component
class FindingVerdicts {

    private final NamedParameterJdbcTemplate named;

    FindingVerdicts(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    /** The same handoffs, without those findings counting that were dismissed. */
    List<StoredHandoff> applied(List<StoredHandoff> handoffs) {
        Set<Long> pickups = handoffs.stream()
                .filter(handoff -> !handoff.findings().isEmpty())
                .map(StoredHandoff::pickupTouchpointId)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Long, Set<String>> dismissed = dismissed(pickups);
        return dismissed.isEmpty()
                ? handoffs
                : handoffs.stream()
                        .map(handoff -> dismissed.containsKey(handoff.pickupTouchpointId())
                                ? handoff.dismiss(dismissed.get(handoff.pickupTouchpointId()))
                                : handoff)
                        .toList();
    }

    /** By the touchpoint that picked up, the rules whose findings were dismissed. */
    private Map<Long, Set<String>> dismissed(Collection<Long> pickups) {
        Map<Long, Set<String>> dismissed = new HashMap<>();
        if (!pickups.isEmpty()) {
            named.query("""
                    SELECT pickup_touchpoint_id, rule FROM finding_verdict
                    WHERE pickup_touchpoint_id IN (:pickups) AND state = 'DISMISSED'""", Map.of("pickups", pickups), row -> {
                dismissed
                        .computeIfAbsent(row.getLong(1), any -> new HashSet<>())
                        .add(row.getString(2));
            });
        }
        return dismissed;
    }
}
