package nl.baton.profile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.StateLabel;
import nl.baton.customer.Wishes;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.customer.ui.HeaderFigure;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.ui.JourneyRelay;
import nl.baton.journey.CaseLinks.JourneyCase;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Promise;
import org.jspecify.annotations.Nullable;

/** The journey that is looked at: who has it, the others to choose from, its relay and its cases. */
final class JourneyPart extends Div {

    private static final long serialVersionUID = 1;

    private final transient ProfileHeader header;
    private final transient JourneyRelay relays;
    private final transient CustomerScreen way;
    private final CasesPart casesPart;
    private final PromisesPart promises;
    private final transient List<HeaderFigure> figures;
    private final Div now = new Div();
    private final Div who = new Div();
    private final Div figuresPlace = new Div();
    private final Div flag = new Div();
    private final Div chips = new Div();
    private final Div relayPlace = new Div();
    private transient List<Chip> chosenFrom = List.of();
    private @Nullable Component relay;
    private long drawn;

    /**
     * All that this part shows.
     *
     * @param story null for who sees journeys in summary only, or where there is none
     * @param broken how many handoffs of open journeys are broken
     * @param cases of that journey, for who decides about them
     */
    record Shown(
            long customer,
            List<JourneySummary> journeys,
            Map<Long, Integer> broken,
            @Nullable JourneyStory story,
            List<JourneyCase> cases,
            List<Promise> promises,
            Wishes wishes) {

        static final Shown NOTHING = new Shown(0, List.of(), Map.of(), null, List.of(), List.of(), Wishes.NONE);
    }

    private record Chip(long journey, String text, boolean broken, boolean chosen) {}

    JourneyPart(
            ProfileHeader header,
            JourneyRelay relays,
            CustomerScreen way,
            CasesPart casesPart,
            PromisesPart promises,
            List<HeaderFigure> figures) {
        this.promises = promises;
        this.figures = figures;
        this.header = header;
        this.relays = relays;
        this.way = way;
        this.casesPart = casesPart;
        addClassName("journey-part");
        flag.addClassName("journey-flag");
        chips.addClassName("chips");
        chips.getElement().setAttribute("role", "navigation");
        chips.getElement().setAttribute("aria-label", getTranslation("profile.journeys"));
        now.addClassName("now");
        who.addClassName("who");
        figuresPlace.addClassName("header-figures");
        now.add(who, promises, figuresPlace);
        add(now, flag, chips, relayPlace, casesPart);
    }

    /** In place: of the same journey the relay keeps what was zoomed to, and links keep the focus. */
    void show(Shown fresh) {
        JourneyStory story = fresh.story();
        who.removeAll();
        promises.show(fresh);
        showFigures(fresh.customer());
        flag.removeAll();
        chips.setVisible(story != null && fresh.journeys().size() > 1);
        casesPart.setVisible(story != null);
        if (story == null) {
            relayPlace.removeAll();
            relay = null;
            who.add(
                    fresh.journeys().isEmpty()
                            ? new EmptyState(
                                    getTranslation("profile.no-journey"), getTranslation("profile.no-journey.next"))
                            : header.summaries(fresh.journeys(), this));
            return;
        }
        who.add(header.whoHasIt(story, this));
        if (story.broken() > 0) {
            who.add(toBreakdowns(story.broken()));
        }
        if (story.journey().severalCustomers()) {
            flag.add(new StateLabel(StateLabel.State.AT_RISK, getTranslation("profile.several-customers")));
        }
        showChips(fresh, story.journey().id());
        showRelay(story);
        casesPart.show(fresh);
    }

    /** What later parts of Baton know of the customer; where they have nothing to say, nothing stands there. */
    private void showFigures(long customer) {
        figuresPlace.removeAll();
        for (HeaderFigure figure : figures) {
            figure.figure(customer, this).ifPresent(component -> {
                Div place = new Div(component);
                place.addClassName("header-figure");
                figuresPlace.add(place);
            });
        }
        figuresPlace.setVisible(figuresPlace.getComponentCount() > 0);
    }

    private Component toBreakdowns(long count) {
        NativeButton button =
                new NativeButton(getTranslation("profile.breakdowns", count), click -> relayPlace.scrollIntoView());
        button.addClassNames("link-like", "breakdowns");
        return button;
    }

    private void showChips(Shown shown, long chosen) {
        List<Chip> fresh = shown.journeys().stream()
                .map(journey -> chip(journey, shown.broken().getOrDefault(journey.id(), 0), chosen))
                .sorted(Comparator.comparing((Chip chip) -> !chip.broken()))
                .toList();
        if (fresh.equals(chosenFrom)) {
            return;
        }
        chosenFrom = fresh;
        chips.removeAll();
        for (Chip chip : fresh) {
            Component link = way.link(chip.text(), shown.customer(), chip.journey());
            if (chip.broken()) {
                link.getElement().getClassList().add("broken");
            }
            if (chip.chosen()) {
                link.getElement().setAttribute("aria-current", "true");
            }
            chips.add(link);
        }
    }

    private Chip chip(JourneySummary journey, int broken, long chosen) {
        String name = journey.typeName() + ", " + journey.caseNumber();
        return new Chip(
                journey.id(),
                broken == 0 ? name : getTranslation("profile.chip.broken", name, broken),
                broken > 0,
                journey.id() == chosen);
    }

    private void showRelay(JourneyStory story) {
        Component stays = relay;
        if (stays != null && drawn == story.journey().id()) {
            relays.update(stays, story, getLocale());
            return;
        }
        drawn = story.journey().id();
        Component fresh = relays.of(story, getLocale());
        relay = fresh;
        relayPlace.removeAll();
        relayPlace.add(fresh);
    }
}
