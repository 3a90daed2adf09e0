package nl.baton.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.customer.ui.HeaderFigure;
import nl.baton.customer.ui.ProfileWarning;
import nl.baton.feedback.CustomerFeedback;
import nl.baton.feedback.CustomerFeedback.Said;
import nl.baton.security.CurrentUserProvider;
import org.springframework.core.annotation.Order;

/** The customer's last words at the head of the profile, and a warning while a complaint is open. */
@org.springframework.stereotype.Component
@Order(10)
class LastFeedback implements HeaderFigure, ProfileWarning {

    private final CustomerFeedback feedback;
    private final CurrentUserProvider users;
    private final BatonProperties properties;

    LastFeedback(CustomerFeedback feedback, CurrentUserProvider users, BatonProperties properties) {
        this.feedback = feedback;
        this.users = users;
        this.properties = properties;
    }

    @Override
    public Optional<Component> figure(long customer, Component says) {
        return visible()
                ? feedback.of(customer).stream().findFirst().map(last -> figure(last, says))
                : Optional.empty();
    }

    private Component figure(Said last, Component says) {
        Formats formats = Formats.of(locale());
        Span label = new Span(says.getTranslation(
                "feedback.last", formats.shortDate(Days.dayOf(last.receivedAt(), properties.zone()))));
        label.addClassName("label");
        Div figure = new Div(label);
        if (last.text() != null) {
            Paragraph words = new Paragraph("“" + last.text() + "”");
            words.addClassName("words");
            figure.add(words);
        }
        Paragraph beside = new Paragraph(
                FeedbackWords.what(last, says) + " · " + FeedbackWords.told(last, properties.zone(), locale(), says));
        beside.addClassNames("small", "quiet");
        figure.add(beside);
        return figure;
    }

    @Override
    public List<String> warnings(long customer, Component says) {
        boolean open = visible() && feedback.of(customer).stream().anyMatch(Said::openComplaint);
        return open ? List.of(says.getTranslation("feedback.complaint-open")) : List.of();
    }

    private boolean visible() {
        return FeedbackPanel.visible(users.get());
    }

    private static Locale locale() {
        return UI.getCurrentOrThrow().getLocale();
    }
}
