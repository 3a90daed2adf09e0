package nl.baton.profile.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.baton.base.Days;
import nl.baton.base.Language;
import nl.baton.base.ui.UndoNotice;
import nl.baton.journey.ChannelKind;
import nl.baton.journey.ContactLog;
import nl.baton.journey.ContactRefused;
import nl.baton.journey.Direction;
import nl.baton.journey.HandContact;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import org.jspecify.annotations.Nullable;

/** Writes down a contact with the customer, or a note; what is wrong is said at the field. */
final class ContactForm extends Section {

    private static final long serialVersionUID = 1;
    private static final int MILLIS = 6_000;
    private static final int MOST = 4_000;

    /** A form stays open for a while, and what it is about may happen meanwhile. */
    private static final int LEEWAY_MINUTES = 60;

    /** Which way it went. */
    private enum Way {
        IN(Direction.INBOUND),
        OUT(Direction.OUTBOUND),
        NOTE(null);

        private final @Nullable Direction direction;

        Way(@Nullable Direction direction) {
            this.direction = direction;
        }
    }

    /** How it ended, with who cancelled. */
    private enum End {
        DONE(Outcome.DONE, null),
        RESOLVED(Outcome.RESOLVED, null),
        CANCELLED_BY_CUSTOMER(Outcome.CANCELLED, Party.CUSTOMER),
        CANCELLED_BY_COMPANY(Outcome.CANCELLED, Party.COMPANY),
        REOPENED(Outcome.REOPENED, null);

        private final Outcome outcome;
        private final @Nullable Party by;

        End(Outcome outcome, @Nullable Party by) {
            this.outcome = outcome;
            this.by = by;
        }
    }

    private final transient ContactLog log;
    private final long customer;
    private final @Nullable Long journey;
    private final ZoneId zone;
    private final SerializableRunnable close;
    private final UUID key = UUID.randomUUID();
    private final Select<Way> way = new Select<>();
    private final Select<ChannelKind> channel = new Select<>();
    private final DateTimePicker at = new DateTimePicker(getTranslation("profile.contact.at"));
    private final TextField topic = new TextField(getTranslation("profile.contact.topic"));
    private final TextArea text = new TextArea(getTranslation("profile.contact.text"));
    private final Select<End> end = new Select<>();
    private final FactRows facts;
    private final PromiseFields promise;
    private final Paragraph note = new Paragraph(getTranslation("profile.contact.internal"));

    /**
     * A form for one contact.
     *
     * @param journey the one that it belongs to; null for a customer without any
     * @param factKeys keys that occurred in the journey
     */
    ContactForm(
            ContactLog log,
            long customer,
            @Nullable Long journey,
            List<String> factKeys,
            Instant now,
            ZoneId zone,
            SerializableRunnable close) {
        this.log = log;
        this.customer = customer;
        this.journey = journey;
        this.close = close;
        facts = new FactRows(factKeys);
        promise = new PromiseFields(Days.dayOf(now, zone));
        this.zone = zone;
        at.setLocale(Language.of(getLocale()).locale());
        at.setMax(now.atZone(zone).toLocalDateTime().plusMinutes(LEEWAY_MINUTES));
        at.setStep(Duration.ofMinutes(15));
        at.setHelperText(getTranslation("profile.contact.at.now"));
        way.setLabel(getTranslation("profile.contact.way"));
        way.setItems(Way.values());
        way.setItemLabelGenerator(
                one -> getTranslation("profile.contact.way." + one.name().toLowerCase(Locale.ROOT)));
        way.setValue(Way.IN);
        way.addValueChangeListener(change -> showFields());
        channel.setLabel(getTranslation("profile.contact.channel"));
        channel.setItems(ChannelKind.values());
        channel.setItemLabelGenerator(
                one -> one == null ? "" : getTranslation("relay." + one.name().toLowerCase(Locale.ROOT)));
        channel.setValue(ChannelKind.PHONE);
        end.setLabel(getTranslation("profile.contact.outcome"));
        end.setItems(End.values());
        end.setEmptySelectionAllowed(true);
        end.setEmptySelectionCaption(getTranslation("profile.contact.outcome.none"));
        end.setItemLabelGenerator(one -> getTranslation(
                one == null
                        ? "profile.contact.outcome.none"
                        : "profile.contact.outcome." + one.name().toLowerCase(Locale.ROOT)));
        text.setMaxLength(MOST);
        note.addClassNames("small", "quiet");
        build();
        showFields();
    }

    private void build() {
        H2 title = new H2(getTranslation("profile.contact"));
        Button save = new Button(getTranslation("profile.contact.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        Button cancel = new Button(getTranslation("security.users.cancel"), click -> close.run());
        Div actions = new Div(save, cancel);
        actions.addClassName("actions");
        Div how = new Div(way, channel, at, topic, end);
        how.addClassName("how-fields");
        Div said = new Div(text, note, facts, promise);
        said.addClassName("said-fields");
        Div fields = new Div(how, said);
        fields.addClassName("fields");
        addClassName("contact-form");
        getElement().setAttribute("aria-label", getTranslation("profile.contact"));
        add(title, fields, actions);
        Shortcuts.addShortcutListener(this, close::run, Key.ESCAPE).listenOn(this);
        addAttachListener(attached -> text.focus());
    }

    private void showFields() {
        boolean contact = way.getValue() != Way.NOTE;
        channel.setVisible(contact);
        topic.setVisible(contact);
        note.setVisible(!contact);
    }

    private void save() {
        clearRefusals();
        End ended = end.getValue();
        boolean contact = way.getValue() != Way.NOTE;
        try {
            log.record(new HandContact(
                    key,
                    customer,
                    journey,
                    way.getValue().direction,
                    at.getValue() == null ? null : at.getValue().atZone(zone).toInstant(),
                    contact && channel.getValue() != null ? channel.getValue().name() : null,
                    contact ? topic.getValue() : null,
                    text.getValue(),
                    facts.facts(),
                    ended == null ? null : ended.outcome,
                    ended == null ? null : ended.by,
                    promise.promise()));
            close.run();
            new UndoNotice(getTranslation(contact ? "profile.contact.saved" : "profile.note.saved"), this::takeBack)
                    .open();
        } catch (ContactRefused refused) {
            refuse(refused);
        } finally {
            enableSaving();
        }
    }

    /** The button is off from the click until the answer, so that a second click does nothing. */
    private void enableSaving() {
        getChildren()
                .flatMap(child -> child.getChildren())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(button -> button.setEnabled(true));
    }

    private void takeBack() {
        try {
            log.takeBack(key);
        } catch (ContactRefused refused) {
            say(refused);
        }
    }

    private void refuse(ContactRefused refused) {
        String why = getTranslation(refused.reason().key());
        switch (refused.reason().field()) {
            case "text" -> say(text, why);
            case "topic" -> say(topic, why);
            case "channel" -> say(channel, why);
            case "by" -> say(end, why);
            case "at" -> say(at, why);
            case "facts" -> facts.refuse(why);
            case "promise.text" -> say(promise.text, why);
            case "promise.due" -> say(promise.day, why);
            default -> say(refused);
        }
    }

    private void clearRefusals() {
        List.<HasValidation>of(text, topic, channel, at, end, promise.text, promise.day)
                .forEach(field -> field.setInvalid(false));
        facts.clearRefusals();
    }

    private static void say(HasValidation field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }

    private void say(ContactRefused refused) {
        Notification.show(getTranslation(refused.reason().key()), MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
