package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.ui.StateLabel;
import nl.baton.customer.CustomerField;
import nl.baton.customer.CustomerQuality;
import nl.baton.customer.CustomerQuality.Doubt;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The tab with what is known of a customer, by whom and since when, and what of it is in doubt. */
@org.springframework.stereotype.Component
@Order(60)
class QualityPanel implements ProfilePanel {

    private final CustomerQuality quality;
    private final CurrentUserProvider users;
    private final BatonProperties properties;

    QualityPanel(CustomerQuality quality, CurrentUserProvider users, BatonProperties properties) {
        this.quality = quality;
        this.users = users;
        this.properties = properties;
    }

    @Override
    public String titleKey() {
        return "customer.quality.tab";
    }

    @Override
    public boolean visible() {
        CurrentUser user = users.get();
        return user.has(Role.AGENT) || user.has(Role.LEAD) || user.has(Role.STEWARD);
    }

    @Override
    public Component panel(long customer, @Nullable Long journey) {
        Div panel = new Div();
        panel.addClassName("trust-panel");
        List<CustomerField> fields = quality.fields(customer);
        List<Doubt> doubts = quality.doubts(customer, UI.getCurrentOrThrow().getLocale());
        Paragraph sentence = new Paragraph(panel.getTranslation(
                fields.isEmpty() ? "customer.quality.unseen" : "customer.quality.doubts", doubts.size()));
        sentence.addClassName("answer");
        panel.add(sentence);
        if (!doubts.isEmpty()) {
            UnorderedList list = new UnorderedList();
            doubts.forEach(doubt -> list.add(new ListItem(doubt.sentence())));
            panel.add(list);
        }
        Div lines = new Div();
        lines.addClassName("trust-lines");
        fields.forEach(field -> lines.add(line(field, panel)));
        panel.add(lines);
        return panel;
    }

    private Div line(CustomerField field, Component says) {
        Span name = new Span(quality.name(field.code(), UI.getCurrentOrThrow().getLocale()));
        name.addClassName("quiet");
        String value = field.value();
        Span what = new Span(
                value == null ? says.getTranslation("customer.quality.nothing") : written(field.code(), value));
        what.addClassName(value == null ? "quiet" : "what");
        Span from = new Span(source(field, says));
        from.addClassNames("quiet", "small");
        Div badges = new Div(complete(field, says));
        badges.addClassName("badges");
        if (field.complete()) {
            badges.add(correct(field, says), timely(field, says));
        }
        Div line = new Div(name, what, from, badges);
        line.addClassName("trust-line");
        return line;
    }

    private static String written(String code, String value) {
        return code.equals(CustomerField.FieldCode.BIRTH_DATE.name())
                ? Formats.of(UI.getCurrentOrThrow().getLocale()).longDate(LocalDate.parse(value))
                : value;
    }

    private static Component complete(CustomerField field, Component says) {
        return field.complete()
                ? fine("customer.badge.complete", says)
                : new StateLabel(StateLabel.State.UNKNOWN, says.getTranslation("customer.badge.empty"));
    }

    private static Component correct(CustomerField field, Component says) {
        return switch (field.state()) {
            case WRONG -> new StateLabel(StateLabel.State.BROKEN, says.getTranslation("customer.badge.wrong"));
            case CONTRADICTED ->
                new StateLabel(StateLabel.State.AT_RISK, says.getTranslation("customer.badge.contradicted"));
            case FINE, EMPTY -> fine("customer.badge.correct", says);
        };
    }

    private static Component timely(CustomerField field, Component says) {
        return field.timely()
                ? fine("customer.badge.timely", says)
                : new StateLabel(StateLabel.State.AT_RISK, says.getTranslation("customer.badge.old"));
    }

    private static Component fine(String key, Component says) {
        return new StateLabel(StateLabel.State.FINE, says.getTranslation(key));
    }

    private String source(CustomerField field, Component says) {
        if (!field.complete()) {
            return says.getTranslation("customer.quality.source", field.source());
        }
        if (field.verifiedAt() != null) {
            return says.getTranslation("customer.quality.verified", field.source(), day(field.verifiedAt()));
        }
        return field.statedAt() == null
                ? says.getTranslation("customer.quality.source", field.source())
                : says.getTranslation("customer.quality.stated", field.source(), day(field.statedAt()));
    }

    private String day(Instant moment) {
        return Formats.of(UI.getCurrentOrThrow().getLocale()).date(Days.dayOf(moment, properties.zone()));
    }
}
