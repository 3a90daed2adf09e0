package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import nl.baton.base.BatonProperties;
import nl.baton.customer.CustomerProfiles;
import nl.baton.customer.Preferences;
import nl.baton.customer.StatedWishes;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The tab with how a customer wishes to be treated, and what the customer agreed to. */
@org.springframework.stereotype.Component
@Order(50)
class WishesPanel implements ProfilePanel {

    private final Preferences preferences;
    private final StatedWishes stated;
    private final CurrentUserProvider users;
    private final BatonProperties properties;

    WishesPanel(Preferences preferences, StatedWishes stated, CurrentUserProvider users, BatonProperties properties) {
        this.preferences = preferences;
        this.stated = stated;
        this.users = users;
        this.properties = properties;
    }

    @Override
    public String titleKey() {
        return "customer.wishes.tab";
    }

    /** Whoever may open a profile, see {@link CustomerProfiles#OPENS}. */
    @Override
    public boolean visible() {
        CurrentUser user = users.get();
        return user.has(Role.AGENT) || user.has(Role.LEAD) || user.has(Role.STEWARD) || user.has(Role.MARKETER);
    }

    @Override
    public Component panel(long customer, @Nullable Long journey) {
        return new WishesPart(customer, preferences, stated, properties);
    }
}
