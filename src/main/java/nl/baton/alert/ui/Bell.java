package nl.baton.alert.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.baton.alert.AlertList;
import nl.baton.alert.AlertNews;
import nl.baton.base.Background;
import nl.baton.base.Formats;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;

/** How much needs this person, in the bar of every screen; it leads to the list. */
final class Bell extends RouterLink {

    private static final long serialVersionUID = 1;
    private static final int MOST_SHOWN = 99;

    private final Span count = new Span();

    Bell(AlertList alerts, AlertNews news, Background background) {
        super(AlertsView.class);
        addClassNames("tool", "bell");
        count.addClassName("count");
        add(
                new Glyph(Glyph.BELL),
                count,
                new LiveNote<Long>(heard(news), background, LiveNews.News::moved, alerts::open, this::show).wordless());
        show(alerts.open());
    }

    private void show(long open) {
        count.setText(
                open > MOST_SHOWN ? MOST_SHOWN + "+" : Formats.of(getLocale()).number(open));
        setClassName("none", open == 0);
        String label = getTranslation("alert.bell", open);
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("title", label);
    }

    private static LiveNews heard(AlertNews news) {
        return new LiveNews() {
            @Override
            public Runnable listen(Consumer<News> listener) {
                return news.listen(moved -> listener.accept(new News(moved, Set.of())));
            }

            @Override
            public Optional<Delay> delay(Locale locale) {
                return Optional.empty();
            }
        };
    }
}
