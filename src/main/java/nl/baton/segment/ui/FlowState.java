package nl.baton.segment.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.baton.segment.Migration.Flow;
import nl.baton.segment.Migration.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which groups are looked at between which days, and the customers of which flow are listed, as it stands in the address.
 *
 * @param from null for the earliest of the last thirty days; {@code to}: null for the last day
 */
record FlowState(
        Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Flow listed) {

    static FlowState of(QueryParameters query) {
        Kind kind = query.getSingleParameter("of")
                .flatMap(code -> Arrays.stream(Kind.values())
                        .filter(each -> code(each).equals(code))
                        .findFirst())
                .orElse(Kind.STAGE);
        Optional<String> left = query.getSingleParameter("left");
        Optional<String> right = query.getSingleParameter("right");
        return new FlowState(
                kind,
                day(query, "from"),
                day(query, "to"),
                left.isPresent() && right.isPresent() ? new Flow(left.get(), right.get(), 0) : null);
    }

    private static @Nullable LocalDate day(QueryParameters query, String name) {
        try {
            return query.getSingleParameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    QueryParameters query() {
        Map<String, String> query = new HashMap<>();
        query.put("of", code(kind));
        if (from != null) {
            query.put("from", from.toString());
        }
        if (to != null) {
            query.put("to", to.toString());
        }
        if (listed != null) {
            query.put("left", listed.from());
            query.put("right", listed.to());
        }
        return QueryParameters.simple(query);
    }

    FlowState listing(@Nullable Flow flow) {
        return new FlowState(kind, from, to, flow);
    }
}
