package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.baton.base.Background;
import nl.baton.base.OneLook;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Skeleton;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.LivePart;
import nl.baton.customer.ui.ProfileAddress;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.journey.Timeline;
import nl.baton.journey.TimelineFilter;
import nl.baton.journey.Touchpoint;

/** A customer's touchpoints with their filters: some at first, and more when asked for. */
final class TouchpointsPart extends Div implements LivePart {

    private static final long serialVersionUID = 1;
    private static final int AT_ONCE = 30;

    private final transient Timeline timeline;
    private final transient Departments departments;
    private final long customer;
    private final ProfileAddress address;
    private final TouchpointFilters filters;
    private final TouchpointList list;
    private final Tile<Read> tile;
    private final Button more = new Button(getTranslation("journey.touchpoints.more"), click -> showMore());
    private int wanted = AT_ONCE;

    /** @param more whether there are more than these */
    private record Read(
            TimelineFilter filter, List<Touchpoint> touchpoints, boolean more, Map<Long, Department> departments) {}

    TouchpointsPart(
            Timeline timeline,
            Departments departments,
            ZoneId zone,
            Background background,
            long customer,
            ProfileAddress address) {
        this.timeline = timeline;
        this.departments = departments;
        this.customer = customer;
        this.address = address;
        filters = new TouchpointFilters(address);
        list = new TouchpointList(zone);
        tile = new Tile<>(background, OneLook.sharing(reading()), this::draw).withSkeleton(Skeleton.lines(5));
        more.addClassNames("small", "more");
        more.setVisible(false);
        addClassName("touchpoints-part");
        add(filters, tile, more);
        address.onChange(() -> {
            wanted = AT_ONCE;
            filters.show();
            tile.load(reading());
        });
    }

    @Override
    public void refresh() {
        tile.load(reading());
    }

    private void showMore() {
        wanted += AT_ONCE;
        tile.load(reading());
    }

    /** Read off the UI's thread, so that what is asked for is settled here. */
    private Supplier<Read> reading() {
        TimelineFilter filter = filters.filter(customer);
        int most = wanted;
        return () -> OneLook.at(() -> {
            List<Touchpoint> some = timeline.latest(filter, most + 1);
            Map<Long, Department> byId =
                    departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
            return new Read(filter, some.stream().limit(most).toList(), some.size() > most, byId);
        });
    }

    private Component draw(Read read) {
        filters.offer(read.departments().values());
        more.setVisible(read.more());
        if (!read.touchpoints().isEmpty()) {
            list.show(read.touchpoints(), read.departments());
            return list;
        }
        if (!read.filter().narrows()) {
            return new EmptyState(
                    getTranslation("journey.touchpoints.none"), getTranslation("journey.touchpoints.none.next"));
        }
        return new EmptyState(
                getTranslation("journey.touchpoints.no-match"),
                getTranslation("journey.touchpoints.no-match.next"),
                new Button(getTranslation("journey.touchpoints.all"), click -> address.clear(TouchpointFilters.NAMES)));
    }
}
