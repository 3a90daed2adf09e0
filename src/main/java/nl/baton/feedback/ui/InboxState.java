package nl.baton.feedback.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.InboxFilter;
import nl.baton.feedback.InboxFilter.State;
import nl.baton.feedback.InboxFilter.View;
import org.jspecify.annotations.Nullable;

/** What the inbox shows, as it stands in its address: what is usual is left out, and what is not known is taken as usual. */
final class InboxState {

    private static final String WHOSE = "of";
    private static final String STATE = "state";
    private static final String KIND = "kind";

    private InboxState() {}

    static InboxFilter of(QueryParameters query) {
        View view = one(View.class, query, WHOSE);
        State state = one(State.class, query, STATE);
        return new InboxFilter(
                view == null ? InboxFilter.USUAL.view() : view,
                state == null ? InboxFilter.USUAL.state() : state,
                one(FeedbackKind.class, query, KIND));
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, QueryParameters query, String name) {
        String asked = query.getSingleParameter(name).orElse("");
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(asked))
                .findFirst()
                .orElse(null);
    }

    static QueryParameters query(InboxFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        if (filter.view() != InboxFilter.USUAL.view()) {
            query.put(WHOSE, word(filter.view()));
        }
        if (filter.state() != InboxFilter.USUAL.state()) {
            query.put(STATE, word(filter.state()));
        }
        if (filter.kind() != null) {
            query.put(KIND, word(filter.kind()));
        }
        return QueryParameters.simple(query);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
