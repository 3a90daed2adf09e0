package nl.baton.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LaneLabel;
import nl.baton.base.ui.StateLabel;
import nl.baton.department.Department;
import nl.baton.feedback.CustomerFeedback.Said;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.feedback.FeedbackTie;
import nl.baton.feedback.InboxItem;
import nl.baton.feedback.ui.InboxReading.Opened;
import org.jspecify.annotations.Nullable;

/** One item: how far it is, the customer's words, the handoff it followed, and what we do and tell. */
final class InboxDetail extends Section {

    private static final long serialVersionUID = 1;

    private final transient InboxReading reading;
    private final transient InboxItem item;
    private final transient InboxWords words;
    private final transient InboxDeeds deeds;
    private final @Nullable WorkPart work;
    private @Nullable FilterButton handOn;

    @Tag("blockquote")
    private static final class Quote extends Div {

        private static final long serialVersionUID = 1;
    }

    /** @param typed what stands in the fields and has not been sent; null to begin with the draft */
    InboxDetail(
            Opened opened, InboxReading reading, InboxDeeds deeds, @Nullable Typed typed, SerializableRunnable close) {
        this.reading = reading;
        this.item = opened.item();
        this.deeds = deeds;
        this.words = new InboxWords(this, getLocale(), reading);
        addClassNames("panel", "inbox-detail");
        setAriaLabel(words.customer(item));
        Div main = new Div(quote());
        main.addClassName("main");
        FeedbackTie tie = item.tie();
        if (tie != null) {
            main.add(cause(tie));
        }
        work = item.workable() ? new WorkPart(opened, words, deeds, typed) : null;
        if (work != null) {
            main.add(work);
        } else if (reading.works()) {
            main.add(quiet(words.say("not-yours")));
        } else {
            main.add(quiet(words.say("withheld")));
        }
        if (!opened.earlier().isEmpty()) {
            main.add(earlier(opened));
        }
        add(head(close), steps(), main, new InboxFacts(item, deeds.mine(item), reading, words));
    }

    boolean shows(Opened other) {
        return item.equals(other.item());
    }

    long id() {
        return item.id();
    }

    /** What stands in the fields, when the item is shown anew. */
    @Nullable
    Typed typed() {
        return work == null ? null : work.typed();
    }

    void focusTelling() {
        if (work != null) {
            work.focusTelling();
        }
    }

    void openHandOn() {
        if (handOn != null) {
            handOn.getElement().callJsFunction("click");
        }
    }

    private Component head(SerializableRunnable closed) {
        Div tools = new Div();
        tools.addClassName("head-tools");
        Long customer = item.customerId();
        if (customer != null) {
            tools.add(reading.screen()
                    .link(
                            words.say("profile"),
                            customer,
                            item.tie() == null ? null : item.tie().journey()));
        }
        if (item.workable() && item.work().stage().status() != FeedbackStatus.CLOSED) {
            if (item.work().waiting() && !deeds.mine(item)) {
                tools.add(new Button(words.say("take"), click -> deeds.take(item)));
            }
            handOn = new FilterButton(words.say("hand-on"), "");
            handOn.offering(
                    reading.receivers(item.work().desk().owner()),
                    Department::name,
                    department -> deeds.handOn(item, department));
            tools.add(handOn);
        }
        NativeButton close = new NativeButton("", click -> closed.run());
        close.add(new Glyph(Glyph.CLOSE));
        close.addClassName("tool");
        close.setAriaLabel(words.say("close-panel"));
        tools.add(close);
        Div head = new Div(new H2(words.customer(item)), tools);
        head.addClassName("panel-head");
        return head;
    }

    /** The five steps, each with when it was taken. */
    private Component steps() {
        OrderedList steps = new OrderedList();
        steps.addClassName("inbox-steps");
        FeedbackStatus now = item.work().stage().status();
        for (FeedbackStatus status : FeedbackStatus.values()) {
            String name = getTranslation("feedback.status." + status);
            Instant at = at(status);
            boolean due = status == FeedbackStatus.TOLD && item.work().waiting();
            ListItem step = new ListItem(
                    at != null
                            ? words.say("step", name, words.day(at))
                            : due ? words.say("step.due", name, words.day(item.tellBy())) : name);
            if (status == now) {
                step.getElement().setAttribute("aria-current", "step");
            } else if (at != null) {
                step.addClassName("done");
            }
            steps.add(step);
        }
        return steps;
    }

    private @Nullable Instant at(FeedbackStatus status) {
        var stage = item.work().stage();
        return switch (status) {
            case NEW -> item.receivedAt();
            case TRIAGED -> stage.triagedAt();
            case IN_PROGRESS -> stage.begunAt();
            case TOLD -> item.work().telling().at();
            case CLOSED -> stage.closedAt();
        };
    }

    private Component quote() {
        Quote quote = new Quote();
        quote.addClassName("inbox-quote");
        quote.setClassName("low", item.negative());
        String text = item.text();
        if (text != null && !text.isBlank()) {
            Paragraph said = new Paragraph(text);
            said.getElement().setAttribute("dir", "auto");
            quote.add(said);
        } else {
            quote.add(quiet(words.say("wordless")));
        }
        Paragraph how = new Paragraph(words.say(
                item.channel() == null ? "how" : "how.channel",
                words.what(item),
                words.moment(item.receivedAt()),
                item.channel() == null ? "" : item.channel()));
        how.addClassNames("quiet", "small");
        quote.add(how);
        return quote;
    }

    private Component cause(FeedbackTie tie) {
        Map<Long, Department> departments = reading.departments();
        Div cause = new Div();
        cause.addClassName("inbox-cause");
        cause.add(
                tie.broken()
                        ? new StateLabel(StateLabel.State.BROKEN, words.say("cause.broken"))
                        : new Span(words.say("cause.handoff")));
        cause.add(new LaneLabel(
                label(departments.get(tie.fromDepartment())), label(departments.get(tie.toDepartment()))));
        cause.add(new Span(words.say(
                "cause.when",
                words.day(tie.passedAt()),
                words.formats.duration(Duration.between(tie.passedAt(), tie.pickedUpAt())))));
        if (item.customerId() != null) {
            cause.add(reading.screen().link(words.say("cause.journey"), item.customerId(), tie.journey()));
        }
        return cause;
    }

    private static DepartmentLabel label(@Nullable Department department) {
        return department == null
                ? new DepartmentLabel("?", 0)
                : new DepartmentLabel(department.name(), department.slot());
    }

    private Component earlier(Opened opened) {
        Div earlier = new Div(new H3(words.say("earlier")));
        earlier.addClassName("inbox-earlier");
        for (Said said : opened.earlier()) {
            Span text = new Span(said.text() == null ? "" : said.text());
            text.getElement().setAttribute("dir", "auto");
            Div row = new Div(
                    quiet(words.day(said.receivedAt())),
                    new Span(FeedbackWords.what(said, this)),
                    text,
                    quiet(getTranslation("feedback.status." + said.status()).toLowerCase(getLocale())));
            row.addClassName("earlier-row");
            earlier.add(row);
        }
        return earlier;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
