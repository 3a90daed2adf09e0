package nl.baton.profile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.StateLabel;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.ui.JourneyRelay;
import nl.baton.journey.CaseLinks.JourneyCase;
import nl.baton.journey.JourneySummary;
import org.jspecify.annotations.Nullable;

/** The journey that is looked at: who has it, the others to choose from, its relay and its cases. */
final class JourneyPart extends Div {

    private static final long serialVersionUID = 1;

    private final transient ProfileHeader header;
    private final transient JourneyRelay relays;
    private final transient CustomerScreen way;
    private final CasesPart casesPart;
    private final Div who = new Div();
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
     * @param cases of that journey
     */
    record Shown(
            long customer,
            List<JourneySummary> journeys,
            @Nullable JourneyStory story,
            List<JourneyCase> cases) {}

    private record Chip(long journey, String text, boolean chosen) {}

    JourneyPart(ProfileHeader header, JourneyRelay relays, CustomerScreen way, CasesPart casesPart) {
        this.header = header;
        this.relays = relays;
        this.way = way;
        this.casesPart = casesPart;
        addClassName("journey-part");
        flag.addClassName("journey-flag");
        chips.addClassName("chips");
        chips.getElement().setAttribute("role", "navigation");
        chips.getElement().setAttribute("aria-label", getTranslation("profile.journeys"));
        add(who, flag, chips, relayPlace, casesPart);
    }

    /** In place: of the same journey the relay keeps what was zoomed to, and links keep the focus. */
    void show(Shown fresh) {
        JourneyStory story = fresh.story();
        who.removeAll();
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
        if (story.journey().severalCustomers()) {
            flag.add(new StateLabel(StateLabel.State.AT_RISK, getTranslation("profile.several-customers")));
        }
        showChips(fresh.customer(), fresh.journeys(), story.journey().id());
        showRelay(story);
        casesPart.show(fresh);
    }

    private void showChips(long customer, List<JourneySummary> journeys, long chosen) {
        List<Chip> fresh = journeys.stream()
                .map(journey -> new Chip(
                        journey.id(), journey.typeName() + ", " + journey.caseNumber(), journey.id() == chosen))
                .toList();
        if (fresh.equals(chosenFrom)) {
            return;
        }
        chosenFrom = fresh;
        chips.removeAll();
        for (Chip chip : fresh) {
            Component link = way.link(chip.text(), customer, chip.journey());
            if (chip.chosen()) {
                link.getElement().setAttribute("aria-current", "true");
            }
            chips.add(link);
        }
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
