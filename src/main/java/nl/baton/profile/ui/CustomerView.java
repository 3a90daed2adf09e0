package nl.baton.profile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.customer.CustomerProfile;
import nl.baton.customer.CustomerProfiles;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.customer.ui.LivePart;
import nl.baton.customer.ui.ProfilePanel;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.ui.JourneyRelay;
import nl.baton.journey.CaseLinks;
import nl.baton.journey.JourneySummary;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;

/** One customer: who it is, who has it now, the relay of a journey, and the panels that the modules bring. */
@JsModule("./shell/tabs.ts")
@Route("customers/:customer(\\d{1,18})")
@RolesAllowed({"AGENT", "MARKETER", "LEAD", "STEWARD"})
public class CustomerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String CUSTOMER = "customer";
    static final String JOURNEY = "journey";

    private static final long serialVersionUID = 1;

    private final transient CustomerProfiles profiles;
    private final transient CustomerJourneys journeys;
    private final transient CaseLinks links;
    private final transient List<ProfilePanel> panels;
    private final transient ProfileHeader header;
    private final transient GivenReasons reasons;
    private final LiveNote<Fresh> live;
    private final JourneyPart journeyPart;
    private final List<LivePart> parts = new ArrayList<>();
    private String title = "";
    private volatile @Nullable Address address;

    private volatile @Nullable Long chosen;

    private record Address(long customer, @Nullable Long journey) {}

    private record Fresh(Address asked, JourneyPart.Shown shown) {}

    CustomerView(
            CustomerProfiles profiles,
            CustomerJourneys journeys,
            JourneyRelay relay,
            List<ProfilePanel> panels,
            ProfileHeader header,
            GivenReasons reasons,
            CustomerScreen way,
            CaseLinks links,
            CurrentUserProvider users,
            BatonProperties properties,
            Background background,
            LiveNews news) {
        this.profiles = profiles;
        this.journeys = journeys;
        this.panels = panels;
        this.header = header;
        this.reasons = reasons;
        this.links = links;
        CasesPart cases = new CasesPart(links, properties, users.get().has(Role.STEWARD));
        journeyPart = new JourneyPart(header, relay, way, cases);
        live = new LiveNote<>(news, background, this::concerns, this::readAnew, this::update);
        addClassName("customer-view");
    }

    private boolean concerns(LiveNews.News news) {
        Address asked = address;
        return asked != null && news.customers().contains(asked.customer());
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
        Address before = address;
        if (before == null || before.customer() != id) {
            address = null;
            String reason = reasons.of(id).orElse(null);
            if (reason == null && profiles.asksReason(id)) {
                title = getTranslation("profile.reason.title");
                removeAll();
                add(new ReasonPart(given -> {
                    reasons.give(id, given);
                    open(id, journey, given);
                    getUI().ifPresent(ui -> ui.getPage().setTitle(title));
                }));
                return;
            }
            open(id, journey, reason);
        } else {
            address = new Address(id, journey);
            show(read(id, journey));
        }
    }

    private void open(long id, @Nullable Long journey, @Nullable String reason) {
        String lookedAt = journey == null ? null : "journey " + journey;
        String said = reason == null ? lookedAt : lookedAt == null ? reason : reason + " (" + lookedAt + ")";
        // what is not there and what one may not see look the same from outside
        CustomerProfile profile = profiles.open(id, said).orElseThrow(NotFoundException::new);
        title = header.name(profile, this);
        removeAll();
        parts.clear();
        add(header.identity(profile, this), live, journeyPart, tabs(id, journey));
        address = new Address(id, journey);
        show(read(id, journey));
    }

    /** What the database says now; touches no component. */
    private JourneyPart.Shown read(long customer, @Nullable Long wanted) {
        List<JourneySummary> all = journeys.of(customer);
        JourneyStory story = journeys.story(all, wanted).orElse(null);
        return new JourneyPart.Shown(
                customer,
                all,
                story,
                story == null ? List.of() : links.casesOf(story.journey().id()));
    }

    /** The journey that is looked at stays, also where another would be chosen by now. */
    private Fresh readAnew() {
        Address asked = Objects.requireNonNull(address);
        return new Fresh(asked, read(asked.customer(), asked.journey() == null ? chosen : asked.journey()));
    }

    private void update(Fresh fresh) {
        if (fresh.asked().equals(address)) {
            show(fresh.shown());
            parts.forEach(LivePart::refresh);
        }
    }

    private void show(JourneyPart.Shown fresh) {
        chosen = fresh.story() == null ? null : fresh.story().journey().id();
        journeyPart.show(fresh);
    }

    /** One panel needs no tabs to choose from. */
    private Component tabs(long customer, @Nullable Long journey) {
        List<ProfilePanel> visible =
                panels.stream().filter(ProfilePanel::visible).toList();
        if (visible.size() <= 1) {
            Div only = new Div();
            only.addClassName("only-panel");
            visible.forEach(
                    panel -> only.add(new H2(getTranslation(panel.titleKey())), part(panel, customer, journey)));
            return only;
        }
        TabSheet tabs = new TabSheet();
        tabs.addClassName("profile-tabs");
        visible.forEach(panel -> tabs.add(getTranslation(panel.titleKey()), part(panel, customer, journey)));
        return tabs;
    }

    private Component part(ProfilePanel panel, long customer, @Nullable Long journey) {
        Component part = panel.panel(customer, journey);
        if (part instanceof LivePart follows) {
            parts.add(follows);
        }
        return part;
    }
}
