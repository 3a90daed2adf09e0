package nl.baton.profile.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.Period;
import nl.baton.base.ui.UndoNotice;
import nl.baton.handoff.JourneyStory;
import nl.baton.journey.CaseLinks;
import nl.baton.journey.CaseLinks.JourneyCase;
import nl.baton.journey.JourneySummary;
import nl.baton.profile.ui.JourneyPart.Shown;

/** The cases that a journey is made up of; a steward takes one out, or joins the journey with another. */
final class CasesPart extends Section {

    private static final long serialVersionUID = 1;
    private static final int MILLIS = 6_000;

    private final transient CaseLinks links;
    private final transient BatonProperties properties;
    private final boolean decides;
    private transient Shown shown = Shown.NOTHING;

    CasesPart(CaseLinks links, BatonProperties properties, boolean decides) {
        this.links = links;
        this.properties = properties;
        this.decides = decides;
        addClassName("journey-cases");
    }

    /** Nothing is drawn again as long as the cases are the same, so that the focus stays. */
    void show(Shown fresh) {
        boolean same = fresh.cases().equals(shown.cases())
                && others(fresh).equals(others(shown))
                && size(fresh) == size(shown)
                && journey(fresh) == journey(shown);
        shown = fresh;
        setVisible(decides && fresh.story() != null || size(fresh) > 1);
        if (!same) {
            removeAll();
            if (decides) {
                draw(fresh.cases());
            } else {
                add(opening());
            }
        }
    }

    private static int size(Shown of) {
        return of.story() == null ? 0 : of.story().journey().cases();
    }

    private static long journey(Shown of) {
        return of.story() == null ? 0 : of.story().journey().id();
    }

    /** Who decides nothing about them seldom wants to know which they are: they are read when asked for. */
    private NativeButton opening() {
        NativeButton open = new NativeButton(getTranslation("profile.cases", size(shown)), click -> {
            removeAll();
            draw(links.casesOf(journey(shown)));
        });
        open.addClassName("link-like");
        return open;
    }

    private void draw(List<JourneyCase> cases) {
        Div head = new Div(new H2(getTranslation("profile.cases", cases.size())));
        head.addClassName("section-head");
        if (decides && !others(shown).isEmpty()) {
            Button join = new Button(getTranslation("profile.cases.join"), click -> askJoin());
            join.addClassName("small");
            head.add(join);
        }
        Div list = new Div();
        list.addClassName("lines");
        cases.forEach(one -> list.add(line(one)));
        add(head, list);
    }

    private static List<JourneySummary> others(Shown of) {
        JourneyStory story = of.story();
        return story == null
                ? List.of()
                : of.journeys().stream()
                        .filter(journey -> journey.id() != story.journey().id())
                        .toList();
    }

    private Div line(JourneyCase one) {
        Span name = new Span(name(one));
        Span source = new Span(getTranslation("profile.cases.source", one.source()));
        source.addClassName("quiet");
        Div line = new Div(name, source);
        line.addClassName("line");
        if (decides && shown.cases().size() > 1) {
            Button out = new Button(getTranslation("profile.cases.part"), click -> askPart(one));
            out.addClassName("small");
            out.setAriaLabel(getTranslation("profile.cases.part.which", name(one)));
            line.add(out);
        }
        return line;
    }

    private String name(JourneyCase one) {
        return one.contact()
                ? getTranslation("profile.cases.contact", one.typeName())
                : one.typeName() + " " + one.number();
    }

    private void askPart(JourneyCase one) {
        ConfirmDialog dialog = dialog("profile.cases.part.which", name(one));
        dialog.setText(getTranslation("profile.cases.part.what"));
        dialog.setConfirmText(getTranslation("profile.cases.part"));
        dialog.addConfirmListener(confirmed -> decide("profile.cases.parted", () -> {
            CaseLinks.Parting parting = links.part(one.id());
            return () -> links.takeBackPart(parting);
        }));
        dialog.open();
    }

    private void askJoin() {
        long journey = Objects.requireNonNull(shown.story()).journey().id();
        Select<JourneySummary> choice = new Select<>();
        choice.addClassName("join-choice");
        choice.setLabel(getTranslation("profile.cases.join.with"));
        choice.setItems(others(shown));
        choice.setItemLabelGenerator(this::label);
        ConfirmDialog dialog = dialog("profile.cases.join.title");
        dialog.add(new Paragraph(getTranslation("profile.cases.join.what")), choice);
        dialog.setConfirmText(getTranslation("profile.cases.join.really"));
        choice.setValue(others(shown).getFirst());
        dialog.addConfirmListener(confirmed -> {
            long other = choice.getValue().id();
            decide("profile.cases.joined", () -> {
                CaseLinks.Joining joining = links.join(journey, other);
                return () -> links.takeBackJoin(joining);
            });
        });
        dialog.open();
    }

    private String label(JourneySummary journey) {
        return journey.typeName() + " " + journey.caseNumber() + ", "
                + Formats.of(getLocale())
                        .period(new Period(
                                Days.dayOf(journey.startedAt(), properties.zone()),
                                Days.dayOf(journey.lastAt(), properties.zone())));
    }

    private ConfirmDialog dialog(String title, Object... arguments) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation(title, arguments));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("security.users.cancel"));
        return dialog;
    }

    /** The screen follows by itself, once the journeys have been computed. */
    private void decide(String done, Supplier<SerializableRunnable> deed) {
        try {
            SerializableRunnable undo = deed.get();
            new UndoNotice(getTranslation(done), undo).open();
        } catch (IllegalArgumentException gone) {
            Notification.show(getTranslation("journey.cases.gone"), MILLIS, Notification.Position.BOTTOM_CENTER);
        }
    }
}
