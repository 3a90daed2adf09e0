package nl.baton.profile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import nl.baton.base.ui.EmptyState;
import nl.baton.customer.CustomerProfile;
import nl.baton.customer.CustomerProfiles;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.customer.ui.ProfilePanel;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.ui.JourneyRelay;
import nl.baton.journey.JourneySummary;
import org.jspecify.annotations.Nullable;

/** One customer: who it is, who has it now, the relay of a journey, and the panels that the modules bring. */
@Route("customers/:customer(\\d{1,18})")
@RolesAllowed({"AGENT", "MARKETER", "LEAD", "STEWARD"})
public class CustomerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String CUSTOMER = "customer";
    static final String JOURNEY = "journey";

    private static final long serialVersionUID = 1;

    private final transient CustomerProfiles profiles;
    private final transient CustomerJourneys journeys;
    private final transient JourneyRelay relay;
    private final transient List<ProfilePanel> panels;
    private final transient ProfileHeader header;
    private final transient CustomerScreen way;
    private final Div journeyPart = new Div();
    private String title = "";
    private long shown;

    CustomerView(
            CustomerProfiles profiles,
            CustomerJourneys journeys,
            JourneyRelay relay,
            List<ProfilePanel> panels,
            ProfileHeader header,
            CustomerScreen way) {
        this.profiles = profiles;
        this.journeys = journeys;
        this.relay = relay;
        this.panels = panels;
        this.header = header;
        this.way = way;
        addClassName("customer-view");
        journeyPart.addClassName("journey-part");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = Long.parseLong(event.getRouteParameters().get(CUSTOMER).orElseThrow());
        Long journey = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(JOURNEY)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
        if (id != shown) {
            // what is not there and what one may not see look the same from outside
            CustomerProfile profile = profiles.open(id, journey == null ? null : "journey " + journey)
                    .orElseThrow(NotFoundException::new);
            shown = id;
            title = header.name(profile, this);
            removeAll();
            add(header.identity(profile, this), journeyPart, tabs(id, journey));
        }
        showJourney(id, journey);
    }

    private void showJourney(long customer, @Nullable Long wanted) {
        journeyPart.removeAll();
        List<JourneySummary> all = journeys.of(customer);
        Optional<JourneyStory> story = journeys.story(all, wanted);
        if (story.isEmpty() && !all.isEmpty()) {
            journeyPart.add(header.summaries(all, this));
            return;
        }
        if (story.isEmpty()) {
            journeyPart.add(
                    new EmptyState(getTranslation("profile.no-journey"), getTranslation("profile.no-journey.next")));
            return;
        }
        journeyPart.add(header.whoHasIt(story.get(), this));
        if (all.size() > 1) {
            journeyPart.add(chips(customer, all, story.get().journey().id()));
        }
        journeyPart.add(relay.of(story.get(), getLocale()));
    }

    private Component chips(long customer, List<JourneySummary> all, long chosen) {
        Div chips = new Div();
        chips.addClassName("chips");
        chips.getElement().setAttribute("role", "navigation");
        chips.getElement().setAttribute("aria-label", getTranslation("profile.journeys"));
        for (JourneySummary journey : all) {
            Component link = way.link(journey.typeName() + ", " + journey.caseNumber(), customer, journey.id());
            if (journey.id() == chosen) {
                link.getElement().setAttribute("aria-current", "true");
            }
            chips.add(link);
        }
        return chips;
    }

    /** One panel needs no tabs to choose from. */
    private Component tabs(long customer, @Nullable Long journey) {
        List<ProfilePanel> visible =
                panels.stream().filter(ProfilePanel::visible).toList();
        if (visible.size() <= 1) {
            Div only = new Div();
            only.addClassName("only-panel");
            visible.forEach(
                    panel -> only.add(new H2(getTranslation(panel.titleKey())), panel.panel(customer, journey)));
            return only;
        }
        TabSheet tabs = new TabSheet();
        tabs.addClassName("profile-tabs");
        visible.forEach(panel -> tabs.add(getTranslation(panel.titleKey()), panel.panel(customer, journey)));
        return tabs;
    }
}
