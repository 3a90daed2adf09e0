package nl.baton.profile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.baton.customer.ui.LivePart;
import nl.baton.customer.ui.ProfileAddress;
import nl.baton.customer.ui.ProfilePanel;
import org.jspecify.annotations.Nullable;

/** The panels that the modules bring, those first that are the own department's work. */
final class ProfileTabs extends Div {

    private static final long serialVersionUID = 1;

    private final List<LivePart> live = new ArrayList<>();

    /** @param department the name of the user's home department; empty when there is none */
    ProfileTabs(
            List<ProfilePanel> panels,
            String department,
            long customer,
            @Nullable Long journey,
            ProfileAddress address) {
        List<ProfilePanel> visible = panels.stream()
                .filter(ProfilePanel::visible)
                .sorted(Comparator.comparing(panel -> !panel.isWorkOf(department)))
                .toList();
        addClassName("profile-panels");
        // one panel needs no tabs to choose from
        if (visible.size() == 1) {
            addClassName("only-panel");
            visible.forEach(
                    panel -> add(new H2(getTranslation(panel.titleKey())), part(panel, customer, journey, address)));
        } else if (!visible.isEmpty()) {
            TabSheet tabs = new TabSheet();
            tabs.addClassName("profile-tabs");
            visible.forEach(
                    panel -> tabs.add(getTranslation(panel.titleKey()), part(panel, customer, journey, address)));
            add(tabs);
        }
    }

    private Component part(ProfilePanel panel, long customer, @Nullable Long journey, ProfileAddress address) {
        Component part = panel.panel(customer, journey, address);
        if (part instanceof LivePart follows) {
            live.add(follows);
        }
        return part;
    }

    /** Brings up to date what stands on the screen. */
    void refresh() {
        live.forEach(LivePart::refresh);
    }
}
