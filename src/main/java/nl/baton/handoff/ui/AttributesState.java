package nl.baton.handoff.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.baton.handoff.HandoffBand;
import org.jspecify.annotations.Nullable;

/**
 * What the screen of journey attributes shows, as it stands in the URL.
 *
 * @param type code of a journey type; null for the first that has attributes
 * @param attribute null for the type's first
 * @param yes whether the share of yes is shown, or that of no
 * @param show the step whose journeys are listed; null for no list
 * @param answer those of them that say this; null for all
 */
record AttributesState(
        @Nullable String type,
        @Nullable String attribute,
        boolean yes,
        @Nullable HandoffBand show,
        @Nullable Boolean answer) {

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final int LONGEST = 80;

    static AttributesState of(QueryParameters query) {
        return new AttributesState(
                text(query, "type").orElse(null),
                text(query, "attribute").orElse(null),
                !text(query, "of").filter(NO::equals).isPresent(),
                text(query, "show").flatMap(AttributesState::band).orElse(null),
                text(query, "answer")
                        .filter(word -> word.equals(YES) || word.equals(NO))
                        .map(YES::equals)
                        .orElse(null));
    }

    private static Optional<String> text(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(value -> !value.isBlank() && value.length() <= LONGEST);
    }

    private static Optional<HandoffBand> band(String least) {
        return Arrays.stream(HandoffBand.values())
                .filter(band -> Integer.toString(band.least()).equals(least))
                .findFirst();
    }

    QueryParameters query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "type", type);
        put(parameters, "attribute", attribute);
        put(parameters, "of", yes ? null : NO);
        put(parameters, "show", show == null ? null : Integer.toString(show.least()));
        put(parameters, "answer", answer == null ? null : word(answer));
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    /** As it stands in the URL, and at the end of the keys of texts. */
    static String word(boolean answer) {
        return answer ? YES : NO;
    }

    AttributesState withType(String code) {
        return new AttributesState(code, null, yes, null, null);
    }

    AttributesState withAttribute(String name) {
        return new AttributesState(type, name, yes, null, null);
    }

    AttributesState of(boolean answer) {
        return new AttributesState(type, attribute, answer, show, this.answer);
    }

    AttributesState showing(@Nullable HandoffBand band, @Nullable Boolean only) {
        return new AttributesState(type, attribute, yes, band, only);
    }
}
