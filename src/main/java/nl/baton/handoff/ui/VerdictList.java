package nl.baton.handoff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.baton.handoff.FoundFinding;
import nl.baton.handoff.ui.VerdictReading.Place;

/** All that was found of one handoff, and what leads have said of it. */
final class VerdictList extends Div {

    private static final long serialVersionUID = 1;

    private final transient VerdictReading reading;
    private final transient Place place;
    private final Map<String, VerdictPart> parts = new LinkedHashMap<>();

    VerdictList(Place place, VerdictReading reading) {
        this.reading = reading;
        this.place = place;
        addClassName("verdict-list");
        refresh();
    }

    Place place() {
        return place;
    }

    /** As it stands now, in place. */
    void refresh() {
        List<FoundFinding> found = reading.at(place);
        parts.entrySet().removeIf(part -> {
            boolean gone = found.stream().noneMatch(one -> one.finding().rule().equals(part.getKey()));
            if (gone) {
                remove(part.getValue());
            }
            return gone;
        });
        for (FoundFinding one : found) {
            VerdictPart part = parts.get(one.finding().rule());
            if (part == null) {
                VerdictPart fresh = new VerdictPart(one, reading);
                fresh.onDecided(decided -> refresh());
                parts.put(fresh.rule(), fresh);
                add(fresh);
            } else {
                part.show(one);
            }
        }
        if (parts.isEmpty()) {
            removeAll();
            add(new Paragraph(getTranslation("finding.none")));
        }
    }

    /** What was said has been counted in lists and figures. */
    void counted() {
        refresh();
        parts.values().forEach(VerdictPart::counted);
    }
}
