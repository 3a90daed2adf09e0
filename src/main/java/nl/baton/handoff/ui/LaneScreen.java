package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import nl.baton.handoff.Grain;
import nl.baton.handoff.ui.HeatMap.Ends;
import org.springframework.modulith.NamedInterface;

/** The way to the screen of one lane, for those who name lanes. */
@NamedInterface("ui")
public final class LaneScreen {

    private LaneScreen() {}

    /** A link to the lane between two departments. */
    public static RouterLink link(Component words, long from, long to) {
        RouterLink link = new RouterLink(HandoffsView.class);
        link.add(words);
        link.setQueryParameters(
                new HandoffsState(null, null, null, Grain.DEPARTMENT, null, new Ends(from, to), null).query());
        return link;
    }
}
