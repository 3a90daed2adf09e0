package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import nl.baton.base.Background;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.Tile;
import nl.baton.base.ui.UndoNotice;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.segment.ConditionWords;
import nl.baton.segment.Segment;
import nl.baton.segment.SegmentFigures;
import nl.baton.segment.SegmentPage;
import nl.baton.segment.SegmentRefused;
import nl.baton.segment.ui.SegmentReading.Loaded;

/** One segment: who is in it, what they are worth, and what they go through. */
@Route("segments/:segment([0-9]{1,18})")
@RolesAllowed({"MARKETER", "EXECUTIVE"})
public class SegmentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final transient SegmentReading reading;
    private final transient ConditionWords conditions;
    private final transient ReasonWords reasons;
    private final transient CustomerScreen screen;
    private final transient Background background;
    private String title = "";

    SegmentView(
            SegmentReading reading,
            ConditionWords conditions,
            ReasonWords reasons,
            CustomerScreen screen,
            Background background) {
        this.reading = reading;
        this.conditions = conditions;
        this.reasons = reasons;
        this.screen = screen;
        this.background = background;
        addClassNames("segment-view", "value-view");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = Long.parseLong(event.getRouteParameters().get("segment").orElse("0"));
        removeAll();
        Segment segment = reading.segments().find(id).orElse(null);
        if (segment == null) {
            title = getTranslation("segment.menu");
            add(
                    new ScreenHead(title),
                    new EmptyState(getTranslation("segment.refused.GONE"), getTranslation("segment.page.gone.next")));
            return;
        }
        Optional<SegmentState> listed = SegmentState.of(event.getLocation().getQueryParameters());
        title = segment.name();
        ScreenHead head = new ScreenHead(segment.name(), actions(segment));
        Paragraph sentence = new Paragraph(conditions.sentence(segment.condition(), getLocale()));
        sentence.addClassName("segment-sentence");
        add(head, sentence, new Tile<>(background, () -> reading.page(id), loaded -> shown(loaded, listed)));
    }

    private Component shown(Optional<Loaded> found, Optional<SegmentState> listed) {
        Loaded loaded = found.orElse(null);
        SegmentFigures figures = loaded == null ? null : loaded.page().figures();
        if (loaded == null || figures == null) {
            return new EmptyState(
                    getTranslation("segment.page.not-yet"), getTranslation("segment.page.not-yet.next"), again());
        }
        SegmentPage page = loaded.page();
        long id = page.segment().id();
        PageWords words = new PageWords(this, getLocale(), id, page.currency(), loaded.leads());
        Div all = new Div();
        if (!page.current()) {
            Paragraph former = new Paragraph(words.say("former"));
            former.addClassNames("quiet", "small");
            all.add(former);
        }
        all.add(SegmentTotals.of(figures, words));
        listed.filter(list -> loaded.leads()).ifPresent(list -> all.add(list(id, figures, list, words)));
        Div left = new Div(new PainPart(figures, loaded.departments(), words), new CoursePart(page, words));
        left.addClassNames("segment-column", "wide");
        Div right = new Div(new SpreadPart(figures, words), new OverlapPart(page, figures, words));
        right.addClassName("segment-column");
        Div parts = new Div(left, right, new MixPart(figures, words));
        parts.addClassName("value-parts");
        all.add(parts);
        if (loaded.choices() != null) {
            all.add(reading.campaign(id, loaded.choices(), background));
        }
        return all;
    }

    private Component again() {
        Button again = new Button(
                getTranslation("segment.page.again"), click -> getUI().ifPresent(ui -> ui.refreshCurrentRoute(false)));
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return again;
    }

    private Section list(long id, SegmentFigures figures, SegmentState list, PageWords words) {
        H2 heading = new H2();
        heading.getElement().setAttribute("tabindex", "-1");
        heading.addAttachListener(attached -> heading.getElement().callJsFunction("focus"));
        Button close = new Button(
                words.say("list.close"),
                click -> getUI().ifPresent(ui -> ui.navigate(SegmentView.class, PageWords.at(id))));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(heading, close);
        head.addClassName("section-head");
        Section section = new Section(head);
        section.addClassName("scored-list");
        switch (list) {
            case SegmentState.Members(var only) -> {
                long total = reading.members(id, only, 0, 1).total();
                heading.setText(words.say(
                        only == null ? "list.all" : "list.only",
                        words.number(total),
                        total,
                        only == null ? "" : conditions.trait(only, getLocale())));
                section.add(new MemberGrid(
                        (offset, limit) -> reading.members(id, only, offset, limit), total, screen, words));
            }
            case SegmentState.Moved(boolean entered) -> {
                long total = reading.moved(id, figures.day(), entered, 0, 1).total();
                heading.setText(words.say(entered ? "list.entered" : "list.left", words.number(total), total));
                section.add(new MoverGrid(
                        (offset, limit) -> reading.moved(id, figures.day(), entered, offset, limit),
                        total,
                        screen,
                        reasons,
                        words));
            }
        }
        return section;
    }

    private FilterRow actions(Segment segment) {
        if (!reading.builds()) {
            return new FilterRow();
        }
        RouterLink edit = new RouterLink(
                getTranslation(segment.mine() ? "segment.page.edit" : "segment.page.copy"),
                SegmentBuilderView.class,
                PageWords.at(segment.id()));
        edit.addClassName("head-link");
        if (!segment.mine()) {
            return new FilterRow(edit);
        }
        Button share = new Button(
                getTranslation(segment.shared() ? "segment.page.unshare" : "segment.page.share"),
                click -> attempt(() -> {
                    reading.segments().share(segment.id(), !segment.shared());
                    getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                }));
        share.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button remove = new Button(getTranslation("segment.page.remove"), click -> attempt(() -> remove(segment)));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return new FilterRow(edit, share, remove);
    }

    private void remove(Segment segment) {
        reading.segments().remove(segment.id());
        getUI().ifPresent(ui -> {
            ui.navigate(SegmentsView.class);
            new UndoNotice(
                            getTranslation("segment.page.removed", segment.name()),
                            () -> attempt(() -> {
                                reading.segments().restore(segment.id());
                                ui.navigate(SegmentView.class, PageWords.at(segment.id()));
                            }))
                    .open();
        });
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (SegmentRefused refused) {
            Notification.show(getTranslation("segment.refused." + refused.reason()));
        }
    }
}
