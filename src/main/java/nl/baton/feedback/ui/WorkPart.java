package nl.baton.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import nl.baton.feedback.Draft;
import nl.baton.feedback.FeedbackCause;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.feedback.FeedbackWork;
import nl.baton.feedback.InboxItem;
import nl.baton.feedback.ToldBy;
import nl.baton.feedback.Work;
import nl.baton.feedback.ui.InboxReading.Opened;
import org.jspecify.annotations.Nullable;

/** What we did, what we tell the customer, and what it was: the fields by which an item goes on. */
final class WorkPart extends Section {

    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLIS = 800;

    private final transient InboxItem item;
    private final transient InboxWords words;
    private final transient InboxDeeds deeds;
    private final TextArea done = new TextArea();
    private final TextArea told = new TextArea();
    private final Select<ToldBy> by = new Select<>();
    private final Select<FeedbackCause> cause = new Select<>();
    private final Checkbox changed = new Checkbox();
    private final TextField whyNot = new TextField();

    WorkPart(Opened opened, InboxWords words, InboxDeeds deeds, @Nullable Typed typed) {
        this.item = opened.item();
        this.words = words;
        this.deeds = deeds;
        addClassName("inbox-work");
        setAriaLabel(words.say("work"));
        Work work = item.work();
        if (work.stage().status() == FeedbackStatus.CLOSED) {
            shown(words.say("done"), work.outcome().done());
            telling(work);
            return;
        }
        Draft draft = opened.draft().orElse(new Draft(null, null));
        String stored = Objects.requireNonNullElse(work.outcome().done(), "");
        field(done, "done", typed == null ? Objects.requireNonNullElse(draft.done(), stored) : typed.done());
        add(done);
        if (work.waiting() && item.customer() != null) {
            field(told, "told", typed == null ? Objects.requireNonNullElse(draft.told(), "") : typed.told());
            add(told, sending());
        } else {
            telling(work);
        }
        add(closing(work));
    }

    private void field(TextArea area, String key, String value) {
        area.setLabel(words.say(key));
        area.setWidthFull();
        area.setMaxLength(FeedbackWork.LONGEST);
        area.setValue(value);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(PAUSE_MILLIS);
        area.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                deeds.keep(item, typed());
            }
        });
    }

    private Component sending() {
        by.setItems(ToldBy.values());
        by.setItemLabelGenerator(each -> words.say("by." + each));
        by.setLabel(words.say("by"));
        by.setValue(usual());
        Button tell = new Button(
                words.say("tell"), click -> deeds.tell(item, done.getValue(), by.getValue(), told.getValue()));
        tell.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph hint = new Paragraph(words.say("tell.hint"));
        hint.addClassNames("quiet", "small");
        Div row = new Div(by, tell, hint);
        row.addClassName("send");
        return row;
    }

    /** As the customer came to us, where that is a way to tell. */
    private ToldBy usual() {
        String channel = item.channel() == null ? "" : item.channel().replaceAll("[^A-Za-z]", "");
        return switch (channel.toLowerCase(Locale.ROOT)) {
            case "app" -> ToldBy.APP;
            case "telefoon", "phone", "call" -> ToldBy.PHONE;
            case "brief", "letter", "post" -> ToldBy.LETTER;
            default -> ToldBy.EMAIL;
        };
    }

    private Component closing(Work work) {
        cause.setLabel(words.say("cause"));
        cause.setPlaceholder(words.say("cause.choose"));
        cause.setItems(FeedbackCause.values());
        cause.setItemLabelGenerator(each -> words.say("cause." + each));
        Arrays.stream(FeedbackCause.values())
                .filter(known -> known.name().equals(work.outcome().cause()))
                .findFirst()
                .ifPresent(cause::setValue);
        changed.setLabel(words.say("changed.is"));
        changed.setValue(Boolean.TRUE.equals(work.outcome().changed()));
        whyNot.setLabel(words.say("why-not"));
        whyNot.setMaxLength(FeedbackWork.LONGEST_REASON);
        whyNot.setVisible(work.telling().at() == null);
        Button close = new Button(
                words.say("close"),
                click -> deeds.close(item, done.getValue(), cause.getValue(), changed.getValue(), whyNot.getValue()));
        Div fields = new Div(cause, whyNot, changed, close);
        fields.addClassName("closing");
        Section closing = new Section(new H3(words.say("closing")), fields);
        closing.addClassName("closing-part");
        return closing;
    }

    private void telling(Work work) {
        if (work.telling().at() != null) {
            shown(
                    words.say(
                            "told.at",
                            words.moment(work.telling().at()),
                            Objects.requireNonNullElse(
                                    words.toldBy(work.telling().channel()), "")),
                    work.telling().text());
        } else if (work.telling().whyNot() != null) {
            shown(words.say("not-told"), work.telling().whyNot());
        }
    }

    private void shown(String heading, @Nullable String text) {
        Paragraph said = new Paragraph(text == null || text.isBlank() ? words.say("nothing-written") : text);
        said.addClassName("written");
        said.getElement().setAttribute("dir", "auto");
        add(new H3(heading), said);
    }

    Typed typed() {
        return new Typed(done.getValue(), told.getValue());
    }

    void focusTelling() {
        (told.isAttached() ? told : done).focus();
    }
}
