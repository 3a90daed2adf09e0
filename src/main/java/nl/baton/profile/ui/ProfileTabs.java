package nl.baton.profile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.baton.customer.ui.LivePart;
import nl.baton.customer.ui.ProfileAddress;
import nl.baton.customer.ui.ProfilePanel;
import org.jspecify.annotations.Nullable;

/**
 * The panels that the modules bring, those first that are the own department's work; the chosen one stands in the
 * address, and the others are made when they are chosen. Vaadin's tabs have an element in between that axe calls
 * critical.
 */
final class ProfileTabs extends Div {

    private static final long serialVersionUID = 1;
    static final String TAB = "tab";

    private final transient List<ProfilePanel> visible;
    private final long customer;
    private final @Nullable Long journey;
    private final ProfileAddress address;
    private final List<NativeButton> tabs = new ArrayList<>();
    private final List<Div> places = new ArrayList<>();
    private final List<LivePart> live = new ArrayList<>();

    /** @param department the name of the user's home department; empty when there is none */
    ProfileTabs(
            List<ProfilePanel> panels,
            String department,
            long customer,
            @Nullable Long journey,
            ProfileAddress address) {
        this.customer = customer;
        this.journey = journey;
        this.address = address;
        visible = panels.stream()
                .filter(ProfilePanel::visible)
                .sorted(Comparator.comparing(panel -> !panel.isWorkOf(department)))
                .toList();
        addClassName("profile-panels");
        // one panel needs no tabs to choose from
        if (visible.size() == 1) {
            addClassName("only-panel");
            add(new H2(getTranslation(visible.getFirst().titleKey())), part(visible.getFirst()));
        } else if (!visible.isEmpty()) {
            addTabs();
            show();
            address.onChange(this::show);
        }
    }

    private void addTabs() {
        Div list = new Div();
        list.addClassName("profile-tabs");
        list.getElement().setAttribute("role", "tablist");
        list.getElement().setAttribute("aria-label", getTranslation("profile.tabs"));
        Shortcuts.addShortcutListener(this, () -> step(1), Key.ARROW_RIGHT).listenOn(list);
        Shortcuts.addShortcutListener(this, () -> step(-1), Key.ARROW_LEFT).listenOn(list);
        add(list);
        for (ProfilePanel panel : visible) {
            String name = panel.titleKey();
            NativeButton tab = new NativeButton(getTranslation(name), click -> choose(name));
            tab.setId("tab-" + places.size());
            tab.getElement().setAttribute("role", "tab");
            Div place = new Div();
            place.setId("panel-" + places.size());
            place.getElement().setAttribute("role", "tabpanel");
            place.getElement().setAttribute("aria-labelledby", "tab-" + places.size());
            tab.getElement().setAttribute("aria-controls", "panel-" + places.size());
            list.add(tab);
            tabs.add(tab);
            places.add(place);
            add(place);
        }
    }

    private int chosen() {
        String name = address.get(TAB).orElse("");
        for (int i = 0; i < visible.size(); i++) {
            if (visible.get(i).titleKey().equals(name)) {
                return i;
            }
        }
        return 0;
    }

    private void show() {
        int chosen = chosen();
        for (int i = 0; i < tabs.size(); i++) {
            boolean on = i == chosen;
            tabs.get(i).getElement().setAttribute("aria-selected", Boolean.toString(on));
            tabs.get(i).getElement().setAttribute("tabindex", on ? "0" : "-1");
            places.get(i).setVisible(on);
        }
        if (places.get(chosen).getComponentCount() == 0) {
            places.get(chosen).add(part(visible.get(chosen)));
        }
    }

    private void choose(String name) {
        address.set(TAB, name.equals(visible.getFirst().titleKey()) ? null : name);
    }

    private void step(int by) {
        int next = Math.floorMod(chosen() + by, visible.size());
        choose(visible.get(next).titleKey());
        tabs.get(next).focus();
    }

    private Component part(ProfilePanel panel) {
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
