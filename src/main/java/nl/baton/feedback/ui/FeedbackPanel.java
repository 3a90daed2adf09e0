package nl.baton.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.StateLabel;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.ProfilePanel;
import nl.baton.feedback.CustomerFeedback;
import nl.baton.feedback.CustomerFeedback.Said;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The tab with all that the customer said, and what was done with it. */
@org.springframework.stereotype.Component
@Order(30)
class FeedbackPanel implements ProfilePanel {

    private static final List<String> SIGNS = List.of("feedback", "klacht", "complain", "kwaliteit", "quality");

    private final CustomerFeedback feedback;
    private final CurrentUserProvider users;
    private final BatonProperties properties;
    private final Background background;

    FeedbackPanel(
            CustomerFeedback feedback, CurrentUserProvider users, BatonProperties properties, Background background) {
        this.feedback = feedback;
        this.users = users;
        this.properties = properties;
        this.background = background;
    }

    @Override
    public String titleKey() {
        return "feedback.panel";
    }

    @Override
    public boolean visible() {
        return visible(users.get());
    }

    static boolean visible(CurrentUser user) {
        return user.has(Role.AGENT) || user.has(Role.LEAD) || user.has(Role.MARKETER);
    }

    @Override
    public boolean isWorkOf(String department) {
        String name = department.toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(name::contains);
    }

    @Override
    public Component panel(long customer, @Nullable Long journey) {
        return new Tile<>(background, () -> feedback.of(customer), this::list);
    }

    private Component list(List<Said> all) {
        Div list = new Div();
        list.addClassName("said-list");
        if (all.isEmpty()) {
            return new EmptyState(
                    list.getTranslation("feedback.panel.none"), list.getTranslation("feedback.panel.none.next"));
        }
        all.forEach(said -> list.add(row(said, list)));
        return list;
    }

    private Component row(Said said, Component says) {
        Locale locale = UI.getCurrentOrThrow().getLocale();
        Span when = new Span(Formats.of(locale).date(Days.dayOf(said.receivedAt(), properties.zone())));
        when.addClassName("quiet");
        Div what = new Div();
        what.addClassName("what");
        Span kind = new Span(FeedbackWords.what(said, says));
        kind.addClassName("kind");
        what.add(kind);
        if (said.text() != null) {
            what.add(new Paragraph(said.text()));
        }
        Span told = new Span(FeedbackWords.told(said, properties.zone(), locale, says));
        told.addClassNames("quiet", "told");
        StateLabel status = new StateLabel(
                switch (said.status()) {
                    case TOLD, CLOSED -> StateLabel.State.FINE;
                    case NEW -> StateLabel.State.AT_RISK;
                    case TRIAGED, IN_PROGRESS -> StateLabel.State.UNKNOWN;
                },
                says.getTranslation("feedback.status." + said.status().name()));
        Div row = new Div(when, what, told, status);
        row.addClassName("said-row");
        return row;
    }
}
