package nl.baton.workspace.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows, as it stands in the URL. What cannot be read there is as if it were absent.
 *
 * @param department whose workspace; null for the own
 * @param show which records are listed; null for none
 * @param rule of which rule, where breakdowns are listed; null for all
 * @param lane of which lane; null for all
 */
record WorkspaceState(
        @Nullable Long department,
        @Nullable Listing show,
        @Nullable String rule,
        @Nullable Long lane) {

    /** What can be listed. */
    enum Listing {
        WAITING("waiting"),
        OVERDUE("overdue"),
        PASSED("passed"),
        PASSED_OVERDUE("passed-overdue"),
        BROKEN("broken"),
        SUFFERED("suffered"),
        FEEDBACK("feedback");

        final String word;

        Listing(String word) {
            this.word = word;
        }

        static Optional<Listing> of(String word) {
            for (Listing listing : values()) {
                if (listing.word.equals(word)) {
                    return Optional.of(listing);
                }
            }
            return Optional.empty();
        }
    }

    static WorkspaceState of(QueryParameters query) {
        return new WorkspaceState(
                number(query, "department"),
                query.getSingleParameter("show").flatMap(Listing::of).orElse(null),
                query.getSingleParameter("rule")
                        .filter(rule -> rule.matches("[A-Z_]{1,20}"))
                        .orElse(null),
                number(query, "lane"));
    }

    private static @Nullable Long number(QueryParameters query, String name) {
        return query.getSingleParameter(name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    QueryParameters query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "department", department);
        put(parameters, "show", show == null ? null : show.word);
        put(parameters, "rule", rule);
        put(parameters, "lane", lane);
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    WorkspaceState of(long other) {
        return new WorkspaceState(other, null, null, null);
    }

    WorkspaceState showing(@Nullable Listing listing) {
        return showing(listing, null, null);
    }

    WorkspaceState showing(@Nullable Listing listing, @Nullable String rule, @Nullable Long lane) {
        return new WorkspaceState(department, listing, rule, lane);
    }
}
