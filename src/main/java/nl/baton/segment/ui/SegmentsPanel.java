package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import nl.baton.base.Background;
import nl.baton.base.Formats;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.ProfilePanel;
import nl.baton.segment.CustomerSegments;
import nl.baton.segment.CustomerSegments.Known;
import nl.baton.segment.CustomerSegments.Move;
import nl.baton.segment.Segment;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The tab with the segments that a customer is in, and when and why it came and went. */
@org.springframework.stereotype.Component
@Order(35)
class SegmentsPanel implements ProfilePanel {

    private final CustomerSegments segments;
    private final ReasonWords reasons;
    private final Background background;

    SegmentsPanel(CustomerSegments segments, ReasonWords reasons, Background background) {
        this.segments = segments;
        this.reasons = reasons;
        this.background = background;
    }

    @Override
    public String titleKey() {
        return "segment.profile";
    }

    @Override
    public boolean visible() {
        return segments.visible();
    }

    @Override
    public Component panel(long customer, @Nullable Long journey) {
        Div panel = new Div();
        panel.addClassName("segments-panel");
        panel.add(new Tile<>(background, () -> segments.of(customer), known -> draw(known, panel)));
        return panel;
    }

    private Component draw(Known known, Component says) {
        Section now = new Section(new H3(says.getTranslation("segment.profile.in")));
        if (known.in().isEmpty()) {
            Paragraph none = new Paragraph(says.getTranslation("segment.profile.in.none"));
            none.addClassName("quiet");
            now.add(none);
        }
        UnorderedList in = new UnorderedList();
        for (Segment segment : known.in()) {
            in.add(new ListItem(new RouterLink(segment.name(), SegmentView.class, PageWords.at(segment.id()))));
        }
        now.add(in);
        Section moved = new Section(new H3(says.getTranslation("segment.profile.moves")));
        if (known.moves().isEmpty()) {
            moved.add(new EmptyState(
                    says.getTranslation("segment.profile.none"), says.getTranslation("segment.profile.none.next")));
        }
        known.moves().forEach(move -> moved.add(line(move, says)));
        return new Div(now, moved);
    }

    private static Locale locale(Component of) {
        return of.getUI().map(UI::getLocale).orElse(Locale.ROOT);
    }

    private Div line(Move move, Component says) {
        Locale locale = locale(says);
        Span what = new Span(says.getTranslation(
                move.entered() ? "segment.profile.entered" : "segment.profile.left",
                Formats.of(locale).date(move.day()),
                move.segment().name()));
        UnorderedList why = new UnorderedList();
        move.reasons().forEach(reason -> why.add(new ListItem(reasons.of(reason, locale))));
        Div line = new Div(what, why);
        line.addClassName("segment-move");
        return line;
    }
}
