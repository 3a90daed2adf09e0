package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.department.Department;
import nl.baton.journey.Touchpoint;

/** Touchpoints grouped by day. Shown anew, what is the same stays where it is. */
final class TouchpointList extends Div {

    private static final long serialVersionUID = 1;

    private final transient ZoneId zone;
    private final transient Map<Object, Component> shown = new LinkedHashMap<>();

    TouchpointList(ZoneId zone) {
        this.zone = zone;
        addClassName("touchpoint-list");
    }

    void show(List<Touchpoint> touchpoints, Map<Long, Department> departments) {
        Map<Object, Component> fresh = new LinkedHashMap<>();
        LocalDate day = null;
        for (Touchpoint touchpoint : touchpoints) {
            LocalDate of = Days.dayOf(touchpoint.at(), zone);
            if (!of.equals(day)) {
                day = of;
                fresh.put(of, shown.getOrDefault(of, heading(of)));
            }
            Component row = shown.get(touchpoint);
            fresh.put(
                    touchpoint,
                    row == null ? new TouchpointRow(touchpoint, departments, zone, getLocale(), this) : row);
        }
        shown.forEach((what, component) -> {
            if (!fresh.containsKey(what)) {
                remove(component);
            }
        });
        int place = 0;
        for (Component component : fresh.values()) {
            if (place >= getComponentCount() || getComponentAt(place) != component) {
                component.removeFromParent();
                addComponentAtIndex(place, component);
            }
            place++;
        }
        shown.clear();
        shown.putAll(fresh);
    }

    private H3 heading(LocalDate day) {
        H3 heading = new H3(Formats.of(getLocale()).weekday(day));
        heading.addClassName("day");
        return heading;
    }
}
