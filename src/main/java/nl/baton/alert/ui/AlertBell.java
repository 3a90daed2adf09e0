package nl.baton.alert.ui;

import java.util.Optional;
import nl.baton.alert.AlertList;
import nl.baton.alert.AlertNews;
import nl.baton.base.Background;
import nl.baton.base.ui.ShellBell;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.springframework.stereotype.Component;

/** Brings the bell to those who are told of anything. */
@Component
class AlertBell implements ShellBell {

    private final AlertList alerts;
    private final AlertNews news;
    private final Background background;
    private final CurrentUserProvider users;

    AlertBell(AlertList alerts, AlertNews news, Background background, CurrentUserProvider users) {
        this.alerts = alerts;
        this.news = news;
        this.background = background;
        this.users = users;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> bell() {
        CurrentUser user = users.get();
        boolean told = user.has(Role.AGENT) || user.has(Role.EXECUTIVE) || user.has(Role.LEAD);
        return told ? Optional.of(new Bell(alerts, news, background)) : Optional.empty();
    }
}
