package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.customer.ui.LivePart;
import nl.baton.customer.ui.ProfilePanel;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.journey.Journeys;
import nl.baton.journey.Touchpoint;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The tab with everything that happened, the last first. */
@org.springframework.stereotype.Component
@Order(10)
class TouchpointsPanel implements ProfilePanel {

    private static final int SHOWN_AT_ONCE = 20;

    private final Journeys journeys;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final BatonProperties properties;

    TouchpointsPanel(
            Journeys journeys, Departments departments, CurrentUserProvider users, BatonProperties properties) {
        this.journeys = journeys;
        this.departments = departments;
        this.users = users;
        this.properties = properties;
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
        Map<Long, Department> byId =
                departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
        TouchpointGrid grid = new TouchpointGrid(journeys, customer);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addClassName("touchpoint-grid");
        grid.getElement().setAttribute("aria-label", grid.getTranslation("journey.touchpoints"));
        grid.addComponentColumn(touchpoint -> row(touchpoint, byId, grid));
        grid.setEmptyStateText(grid.getTranslation("journey.touchpoints.none"));
        return grid;
    }

    /** What is scrolled to stays when touchpoints are added. */
    private static final class TouchpointGrid extends Grid<Touchpoint> implements LivePart {

        private static final long serialVersionUID = 1;

        private final transient Journeys journeys;
        private final long customer;
        private int total;

        TouchpointGrid(Journeys journeys, long customer) {
            this.journeys = journeys;
            this.customer = customer;
            setItems(
                    query ->
                            journeys
                                    .touchpointsOfCustomer(customer, query.getOffset(), query.getLimit())
                                    .items()
                                    .stream(),
                    query -> total);
            refresh();
        }

        @Override
        public void refresh() {
            total = (int) journeys.touchpointsOfCustomer(customer, 0, 1).total();
            setAllRowsVisible(total <= SHOWN_AT_ONCE);
            setClassName("tall", total > SHOWN_AT_ONCE);
            getDataProvider().refreshAll();
        }
    }

    private Component row(Touchpoint touchpoint, Map<Long, Department> departments, Grid<Touchpoint> grid) {
        Span when = new Span(Formats.of(UI.getCurrent().getLocale()).dateTime(touchpoint.at(), properties.zone()));
        when.addClassNames("when", "quiet");
        Span what = new Span(TouchpointWords.what(touchpoint));
        what.addClassName("what");
        Span how = new Span(TouchpointWords.how(touchpoint, grid));
        how.addClassNames("how", "quiet");
        Department department = touchpoint.departmentId() == null ? null : departments.get(touchpoint.departmentId());
        DepartmentLabel by = department == null
                ? new DepartmentLabel(grid.getTranslation("journey.no-department"), 0)
                : new DepartmentLabel(department.name(), department.slot());
        Div row = new Div(when, what, how, by);
        row.addClassName("touchpoint-row");
        return row;
    }
}
