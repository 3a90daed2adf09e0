package nl.baton.handoff.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.Period;
import nl.baton.handoff.Grain;
import nl.baton.handoff.ui.HeatMap.Ends;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows, as it stands in the URL. What cannot be read there is as if it were absent.
 *
 * @param period a name such as 90d, 12m or all; null for dates of one's own, or where nothing was chosen
 * @param dates dates of one's own
 * @param type code of a journey type; null for all
 * @param rule null for any
 * @param lane the chosen lane
 * @param show which handoffs are listed: all, broken, ping-pong, return, not-picked-up, at-stake, a rule's code, or a {@link ListKey}
 */
record HandoffsState(
        @Nullable String period,
        @Nullable Period dates,
        @Nullable String type,
        Grain grain,
        @Nullable String rule,
        @Nullable Ends lane,
        @Nullable String show) {

    static final String ALL = "all";

    static final String AT_STAKE = "at-stake";

    private static final String LISTS =
            "all|broken|at-stake|ping-pong|return|not-picked-up|[A-Z_]{1,20}|" + ListKey.PATTERN;

    static HandoffsState of(QueryParameters query) {
        PeriodChoice period = PeriodChoice.of(query);
        return new HandoffsState(
                period.name(),
                period.dates(),
                text(query, "type").orElse(null),
                "team".equals(query.getSingleParameter("by").orElse("")) ? Grain.TEAM : Grain.DEPARTMENT,
                text(query, "rule").orElse(null),
                query.getSingleParameter("lane").map(HandoffsState::lane).orElse(null),
                query.getSingleParameter("show")
                        .filter(show -> show.matches(LISTS))
                        .orElse(null));
    }

    private static Optional<String> text(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(value -> !value.isBlank() && value.length() <= 80);
    }

    private static @Nullable Ends lane(String text) {
        return text.matches("\\d{1,18}-\\d{1,18}")
                ? new Ends(Long.parseLong(text.split("-")[0]), Long.parseLong(text.split("-")[1]))
                : null;
    }

    QueryParameters query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "period", dates == null ? period : null);
        put(parameters, "from", dates == null ? null : dates.from().toString());
        put(parameters, "to", dates == null ? null : dates.to().toString());
        put(parameters, "type", type);
        put(parameters, "by", grain == Grain.DEPARTMENT ? null : grain.name().toLowerCase(Locale.ROOT));
        put(parameters, "rule", rule);
        put(parameters, "lane", lane == null ? null : lane.from() + "-" + lane.to());
        put(parameters, "show", show);
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    /** Whether both show the same figures, whatever lane or list is open. */
    boolean sameFigures(@Nullable HandoffsState other) {
        return other != null && withoutChoice().equals(other.withoutChoice());
    }

    private HandoffsState withoutChoice() {
        return new HandoffsState(period, dates, type, grain, rule, null, null);
    }

    HandoffsState withPeriod(String name) {
        return new HandoffsState(name, null, type, grain, rule, lane, show);
    }

    HandoffsState withDates(Period own) {
        return new HandoffsState(null, own, type, grain, rule, lane, show);
    }

    HandoffsState withType(@Nullable String code) {
        return new HandoffsState(period, dates, code, grain, rule, lane, show);
    }

    /** Another grain has other units, so that no lane stays chosen. */
    HandoffsState withGrain(Grain other) {
        return new HandoffsState(period, dates, type, other, rule, null, null);
    }

    HandoffsState withRule(@Nullable String code) {
        return new HandoffsState(period, dates, type, grain, code, lane, show);
    }

    HandoffsState withLane(@Nullable Ends chosen) {
        return new HandoffsState(period, dates, type, grain, rule, chosen, null);
    }

    /** A list of all lanes' handoffs, or of the chosen lane's. */
    HandoffsState showing(@Nullable String list, boolean ofLane) {
        return new HandoffsState(period, dates, type, grain, rule, ofLane ? lane : null, list);
    }
}
