package nl.baton.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.baton.department.Survivors;
import org.jspecify.annotations.Nullable;

/** A {@link TimelineFilter} in SQL. What may not be read is not searched either, so that no search tells of it. */
record TimelineConditions(String sql, Map<String, Object> parameters) {

    static TimelineConditions of(TimelineFilter filter, Survivors survivors) {
        List<String> conditions = new ArrayList<>(List.of("j.customer_id = :customer", JourneySight.SEEN));
        Map<String, Object> parameters = new HashMap<>(Map.of("customer", filter.customer()));
        Long journey = filter.journey();
        if (journey != null) {
            conditions.add("j.id = :journey");
            parameters.put("journey", journey);
        }
        Long department = filter.department();
        if (department != null) {
            conditions.add(department == 0 ? "t.department_id IS NULL" : "t.department_id IN (:department)");
            parameters.put("department", survivors.readAs(department));
        }
        Direction direction = filter.direction();
        if (direction != null) {
            conditions.add("t.direction = :direction");
            parameters.put("direction", direction.name());
        }
        ChannelKind channel = filter.channel();
        if (channel != null) {
            conditions.add(channel(channel));
        }
        String text = filter.text();
        if (text != null) {
            conditions.add("((LOWER(t.text) LIKE :text ESCAPE '!' AND " + JourneySight.TEXT_SEEN + """
                    ) OR LOWER(t.topic) LIKE :text ESCAPE '!' OR LOWER(t.activity) LIKE :text ESCAPE '!')""");
            parameters.put("text", "%" + literally(text) + "%");
        }
        return new TimelineConditions(String.join(" AND ", conditions), parameters);
    }

    private static String literally(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    }

    /** The same as {@link ChannelKind#of}: the first kind, in their order, of which a sign occurs. */
    private static String channel(ChannelKind wanted) {
        var earlier = new ArrayList<String>();
        for (ChannelKind kind : ChannelKind.values()) {
            if (kind == wanted) {
                break;
            }
            earlier.addAll(kind.signs());
        }
        String none = earlier.isEmpty() ? null : "NOT (" + anyOf(earlier) + ")";
        if (wanted.signs().isEmpty()) {
            return "(t.channel IS NULL OR " + none + ")";
        }
        return "(" + joined("(" + anyOf(wanted.signs()) + ")", none) + ")";
    }

    private static String joined(String own, @Nullable String none) {
        return none == null ? own : own + " AND " + none;
    }

    private static String anyOf(List<String> signs) {
        return String.join(
                " OR ",
                signs.stream()
                        .map(sign -> "LOWER(t.channel) LIKE '%" + sign + "%'")
                        .toList());
    }
}
