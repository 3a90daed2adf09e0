package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.customer.ui.ProfileAddress;
import nl.baton.customer.ui.ProfilePanel;
import nl.baton.department.Departments;
import nl.baton.journey.Timeline;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The tab with everything that happened, the last first. */
@org.springframework.stereotype.Component
@Order(10)
class TouchpointsPanel implements ProfilePanel {

    private final Timeline timeline;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final BatonProperties properties;
    private final Background background;

    TouchpointsPanel(
            Timeline timeline,
            Departments departments,
            CurrentUserProvider users,
            BatonProperties properties,
            Background background) {
        this.timeline = timeline;
        this.departments = departments;
        this.users = users;
        this.properties = properties;
        this.background = background;
    }

    @Override
    public String titleKey() {
        return "journey.touchpoints";
    }

    @Override
    public boolean visible() {
        CurrentUser user = users.get();
        return user.has(Role.AGENT) || user.has(Role.LEAD) || user.has(Role.STEWARD);
    }

    @Override
    public Component panel(long customer, @Nullable Long journey) {
        return panel(customer, journey, new ProfileAddress(elsewhere -> {}));
    }

    @Override
    public Component panel(long customer, @Nullable Long journey, ProfileAddress address) {
        return new TouchpointsPart(timeline, departments, properties.zone(), background, customer, address);
    }
}
