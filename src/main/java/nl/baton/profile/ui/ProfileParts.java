package nl.baton.profile.ui;

import com.vaadin.flow.function.SerializableRunnable;
import java.time.Clock;
import java.util.List;
import nl.baton.base.BatonProperties;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.customer.ui.HeaderFigure;
import nl.baton.customer.ui.ProfileAddress;
import nl.baton.customer.ui.ProfilePanel;
import nl.baton.customer.ui.ProfileWarning;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.handoff.ui.JourneyRelay;
import nl.baton.journey.CaseLinks;
import nl.baton.journey.ContactLog;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the parts of the profile, each with what it works with and for who looks. */
@Component
class ProfileParts {

    private final ProfileHeader header;
    private final JourneyRelay relay;
    private final CustomerScreen way;
    private final CaseLinks links;
    private final ContactLog log;
    private final Departments departments;
    private final ObjectProvider<ProfilePanel> panels;
    private final ObjectProvider<HeaderFigure> figures;
    private final ObjectProvider<ProfileWarning> warnings;
    private final CurrentUserProvider users;
    private final BatonProperties properties;
    private final Clock clock;

    ProfileParts(
            ProfileHeader header,
            JourneyRelay relay,
            CustomerScreen way,
            CaseLinks links,
            ContactLog log,
            Departments departments,
            ObjectProvider<ProfilePanel> panels,
            ObjectProvider<HeaderFigure> figures,
            ObjectProvider<ProfileWarning> warnings,
            CurrentUserProvider users,
            BatonProperties properties,
            Clock clock) {
        this.header = header;
        this.relay = relay;
        this.way = way;
        this.links = links;
        this.log = log;
        this.departments = departments;
        this.panels = panels;
        this.figures = figures;
        this.warnings = warnings;
        this.users = users;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether the user may write down contacts, notes and promises. */
    boolean writes() {
        CurrentUser user = users.get();
        return user.has(Role.AGENT) || user.has(Role.LEAD);
    }

    JourneyPart journey() {
        return new JourneyPart(
                header,
                relay,
                way,
                new CasesPart(links, properties, users.get().has(Role.STEWARD)),
                new PromisesPart(log, clock, properties.zone(), writes()),
                figures.orderedStream().toList());
    }

    WishesLine wishes() {
        return new WishesLine(warnings.orderedStream().toList(), clock, properties.zone());
    }

    ContactForm form(long customer, @Nullable Long journey, List<String> factKeys, SerializableRunnable close) {
        return new ContactForm(log, customer, journey, factKeys, clock.instant(), properties.zone(), close);
    }

    ProfileTabs tabs(long customer, @Nullable Long journey, ProfileAddress address) {
        long home = users.get().homeDepartment().orElse(0L);
        String department = departments.all().stream()
                .filter(known -> known.id() == home)
                .map(Department::name)
                .findFirst()
                .orElse("");
        return new ProfileTabs(panels.orderedStream().toList(), department, customer, journey, address);
    }
}
