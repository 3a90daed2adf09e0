package nl.baton.handoff.ui.types;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.baton.handoff.CourseList;
import nl.baton.handoff.ui.PeriodChoice;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows, as it stands in the URL. What cannot be read there is as if it were absent.
 *
 * @param type code of a journey type; null for all
 * @param own whether only the own department's journeys count; null for what is usual for who asks
 * @param show which journeys are listed; null for no list
 * @param edit whether the plan is being changed
 */
record TypesState(
        PeriodChoice period,
        @Nullable String type,
        @Nullable Boolean own,
        @Nullable CourseList show,
        boolean edit) {

    private static final int LONGEST_CODE = 80;
    private static final String OWN = "own";
    private static final String ALL = "all";
    private static final String PLAN = "plan";

    static TypesState of(QueryParameters query) {
        String journeys = query.getSingleParameter("journeys").orElse("");
        return new TypesState(
                PeriodChoice.of(query),
                query.getSingleParameter("type")
                        .filter(code -> !code.isBlank() && code.length() <= LONGEST_CODE)
                        .orElse(null),
                journeys.equals(OWN) ? Boolean.TRUE : journeys.equals(ALL) ? Boolean.FALSE : null,
                query.getSingleParameter("show").flatMap(CourseList::read).orElse(null),
                query.getSingleParameter("edit").filter(PLAN::equals).isPresent());
    }

    QueryParameters query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (type != null) {
            parameters.put("type", type);
        }
        period.put(parameters);
        if (own != null) {
            parameters.put("journeys", own ? OWN : ALL);
        }
        if (show != null) {
            parameters.put("show", show.code());
        }
        if (edit) {
            parameters.put("edit", PLAN);
        }
        return QueryParameters.simple(parameters);
    }

    TypesState withPeriod(PeriodChoice choice) {
        return new TypesState(choice, type, own, show, edit);
    }

    /** Another type has other stages, so that no list stays open. */
    TypesState withType(@Nullable String code) {
        return new TypesState(period, code, own, null, false);
    }

    TypesState withOwn(boolean only) {
        return new TypesState(period, type, only, show, edit);
    }

    TypesState showing(@Nullable CourseList list) {
        return new TypesState(period, type, own, list, edit);
    }

    TypesState editing(boolean plan) {
        return new TypesState(period, type, own, show, plan);
    }

    /** Whether both show the same figures, whatever list is open. */
    boolean sameFigures(@Nullable TypesState other) {
        return other != null
                && showing(null).editing(false).equals(other.showing(null).editing(false));
    }

    Optional<CourseList> list() {
        return Optional.ofNullable(show);
    }
}
