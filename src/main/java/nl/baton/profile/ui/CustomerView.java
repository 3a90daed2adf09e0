package nl.baton.profile.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.base.Background;
import nl.baton.base.OneLook;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.customer.CustomerProfile;
import nl.baton.customer.CustomerProfiles;
import nl.baton.customer.ui.ProfileAddress;
import nl.baton.handoff.JourneyStory;
import nl.baton.journey.Fact;
import org.jspecify.annotations.Nullable;

/** One customer: who it is, who has it now, the relay of a journey, and the panels that the modules bring. */
@Route("customers/:customer(\\d{1,18})")
@RolesAllowed({"AGENT", "MARKETER", "LEAD", "STEWARD"})
public class CustomerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String CUSTOMER = "customer";
    static final String JOURNEY = "journey";
    private static final String QUALITY = "customer.quality.tab";

    private static final long serialVersionUID = 1;

    private final transient CustomerProfiles profiles;
    private final transient ProfileReading reading;
    private final transient ProfileParts parts;
    private final transient ProfileHeader header;
    private final transient GivenReasons reasons;
    private final LiveNote<Fresh> live;
    private final JourneyPart journeyPart;
    private final WishesLine wishes;
    private final Div formPlace = new Div();
    private final Button toForm = new Button(getTranslation("profile.contact"), click -> openForm());
    private final ProfileAddress kept = new ProfileAddress(this::go);
    private @Nullable ProfileTabs tabs;
    private String title = "";
    private transient JourneyPart.Shown shown = JourneyPart.Shown.NOTHING;
    private volatile @Nullable Address address;

    private volatile @Nullable Long chosen;

    private record Address(long customer, @Nullable Long journey) {}

    private record Fresh(Address asked, JourneyPart.Shown shown) {}

    CustomerView(
            CustomerProfiles profiles,
            ProfileReading reading,
            ProfileParts parts,
            ProfileHeader header,
            GivenReasons reasons,
            Background background,
            LiveNews news) {
        this.profiles = profiles;
        this.reading = reading;
        this.parts = parts;
        this.header = header;
        this.reasons = reasons;
        journeyPart = parts.journey();
        wishes = parts.wishes();
        live = new LiveNote<>(news, background, this::concerns, this::readAnew, this::update);
        toForm.setVisible(parts.writes());
        formPlace.addClassName("form-place");
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
        Map<String, String> values = new LinkedHashMap<>();
        event.getLocation()
                .getQueryParameters()
                .getParameters()
                .forEach((name, all) -> values.put(name, all.getFirst()));
        Long journey = values.getOrDefault(JOURNEY, "").matches("\\d{1,18}") ? Long.valueOf(values.get(JOURNEY)) : null;
        OneLook.at(() -> {
            enter(new Address(id, journey), values);
            return true;
        });
    }

    private void enter(Address asked, Map<String, String> values) {
        Address before = address;
        boolean other = before == null || before.customer() != asked.customer();
        if (other && !open(asked, values)) {
            return;
        }
        address = asked;
        if (other || !asked.equals(before)) {
            show(reading.read(asked.customer(), asked.journey()));
        }
        kept.arrive(values);
    }

    /** Nothing of the customer is read before it is said what for, where that is asked. */
    private boolean open(Address asked, Map<String, String> values) {
        address = null;
        removeAll();
        String reason = reasons.of(asked.customer()).orElse(null);
        CustomerProfile profile;
        try {
            // what is not there and what one may not see look the same from outside
            profile = profiles.open(
                            asked.customer(), reason, asked.journey() == null ? null : "journey " + asked.journey())
                    .orElseThrow(NotFoundException::new);
        } catch (CustomerProfiles.ReasonMissing missing) {
            title = getTranslation("profile.reason.title");
            add(new ReasonPart(given -> {
                reasons.give(asked.customer(), given);
                OneLook.at(() -> {
                    enter(asked, values);
                    return true;
                });
                getUI().ifPresent(ui -> ui.getPage().setTitle(title));
            }));
            return false;
        }
        title = header.name(profile, this);
        kept.leave();
        kept.arrive(values);
        formPlace.removeAll();
        ProfileTabs fresh = parts.tabs(asked.customer(), asked.journey(), kept);
        tabs = fresh;
        add(
                header.name(profile, this, toForm),
                header.contact(profile, this, wishes, () -> kept.set(ProfileTabs.TAB, QUALITY)),
                formPlace,
                live,
                journeyPart,
                fresh);
        return true;
    }

    private void go(Map<String, String> values) {
        Address here = address;
        if (here != null) {
            getUI().ifPresent(ui -> ui.navigate(
                    CustomerView.class, WayToCustomer.parameters(here.customer()), QueryParameters.simple(values)));
        }
    }

    /** The journey that is looked at stays, also where another would be chosen by now. */
    private Fresh readAnew() {
        Address asked = Objects.requireNonNull(address);
        return new Fresh(asked, reading.read(asked.customer(), asked.journey() == null ? chosen : asked.journey()));
    }

    private void update(Fresh fresh) {
        if (fresh.asked().equals(address)) {
            show(fresh.shown());
            if (tabs != null) {
                tabs.refresh();
            }
        }
    }

    private void show(JourneyPart.Shown fresh) {
        shown = fresh;
        Long journey = fresh.story() == null ? null : fresh.story().journey().id();
        chosen = journey;
        if (journey != null) {
            kept.assume(JOURNEY, Long.toString(journey));
        }
        OneLook.at(() -> {
            journeyPart.show(fresh);
            wishes.show(fresh.customer(), fresh.wishes());
            return true;
        });
    }

    /** Stays as it was filled in until it is saved or closed; the profile stands below it. */
    private void openForm() {
        JourneyStory story = shown.story();
        formPlace.removeAll();
        formPlace.add(parts.form(
                shown.customer(),
                story == null ? null : Long.valueOf(story.journey().id()),
                story == null ? List.of() : factKeys(story),
                this::closeForm));
        toForm.setEnabled(false);
    }

    private void closeForm() {
        formPlace.removeAll();
        toForm.setEnabled(true);
        toForm.focus();
    }

    private static List<String> factKeys(JourneyStory story) {
        return story.touchpoints().stream()
                .flatMap(touchpoint -> touchpoint.details().facts().stream())
                .map(Fact::key)
                .distinct()
                .sorted()
                .toList();
    }
}
