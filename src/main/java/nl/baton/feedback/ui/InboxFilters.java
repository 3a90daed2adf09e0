package nl.baton.feedback.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.InboxFilter;
import nl.baton.feedback.InboxFilter.State;
import nl.baton.feedback.InboxFilter.View;

/** Whose, of which kind and how far: what the inbox lists. */
final class InboxFilters extends Composite<FilterRow> {

    private static final long serialVersionUID = 1;

    private final transient InboxReading reading;
    private final transient InboxFilter now;
    private final SerializableConsumer<InboxFilter> go;

    InboxFilters(InboxReading reading, InboxFilter now, SerializableConsumer<InboxFilter> go) {
        this.reading = reading;
        this.now = now;
        this.go = go;
    }

    @Override
    protected FilterRow initContent() {
        return new FilterRow(whose(), kinds(), states());
    }

    private FilterButton whose() {
        List<View> views = new ArrayList<>(List.of(View.ALL));
        if (reading.works()) {
            views.addAll(List.of(View.MINE, View.DEPARTMENT));
        }
        if (reading.seesUnassigned()) {
            views.add(View.UNASSIGNED);
        }
        return new FilterButton(say("of"), view(now.view()))
                .choosing(
                        views,
                        now.view(),
                        this::view,
                        view -> go.accept(new InboxFilter(view, now.state(), now.kind())));
    }

    private FilterButton kinds() {
        List<Optional<FeedbackKind>> kinds = new ArrayList<>(List.of(Optional.empty()));
        for (FeedbackKind kind : FeedbackKind.values()) {
            kinds.add(Optional.of(kind));
        }
        Optional<FeedbackKind> chosen = Optional.ofNullable(now.kind());
        return new FilterButton(say("kind"), kind(chosen))
                .choosing(
                        kinds,
                        chosen,
                        this::kind,
                        kind -> go.accept(new InboxFilter(now.view(), now.state(), kind.orElse(null))));
    }

    private FilterButton states() {
        return new FilterButton(say("state"), say("state." + now.state()))
                .choosing(
                        List.of(State.values()),
                        now.state(),
                        state -> say("state." + state),
                        state -> go.accept(new InboxFilter(now.view(), state, now.kind())));
    }

    private String view(View view) {
        return say("of." + view + (view == View.ALL && !reading.works() ? ".reads" : ""));
    }

    private String kind(Optional<FeedbackKind> kind) {
        return kind.map(each -> getTranslation("feedback.kind." + each)).orElse(say("kind.all"));
    }

    private String say(String key) {
        return getTranslation("feedback.inbox." + key);
    }
}
