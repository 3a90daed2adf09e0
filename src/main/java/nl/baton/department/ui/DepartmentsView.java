package nl.baton.department.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.ScreenHead;
import nl.baton.department.DepartmentAdministration;
import nl.baton.department.DepartmentCard;

/** The company's departments and their calendars. The one chosen and the search stand in the URL. */
@Route("departments/:department?")
@PageTitle("department.menu")
@Menu(title = "department.menu", order = 75, icon = Glyph.DEPARTMENT)
@RolesAllowed("ADMIN")
public class DepartmentsView extends MasterDetailLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String NEW = "new";
    private static final String SEARCH = "q";

    private final transient DepartmentAdministration departments;
    private final transient Background background;
    private final transient ZoneId companyZone;
    private final DepartmentGrid grid;
    private final ScreenHead head;
    private final TextField search = new TextField();
    private List<DepartmentCard> matching = List.of();
    private String part = "";
    private String shown = "";

    DepartmentsView(DepartmentAdministration departments, Background background, BatonProperties properties) {
        this.departments = departments;
        this.background = background;
        this.companyZone = properties.zone();
        search.setPlaceholder(getTranslation("department.find"));
        search.setAriaLabel(getTranslation("department.find"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(shown, change.getValue());
            }
        });
        Button add = new Button(getTranslation("department.add"), click -> go(NEW, part));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div tools = new Div(search, add);
        tools.addClassName("head-tools");
        head = new ScreenHead("", tools);
        grid = new DepartmentGrid(companyZone);
        // by a callback: new items on the way of a click would be unknown to what follows the click
        grid.setItems(
                query -> matching.stream().skip(query.getOffset()).limit(query.getLimit()), query -> matching.size());
        grid.addItemClickListener(click -> go(Long.toString(click.getItem().id()), part));
        // The keyboard's way to the same: Enter or Space selects a row.
        grid.addSelectionListener(selected -> selected.getFirstSelectedItem()
                .filter(card -> selected.isFromClient())
                .ifPresent(card -> go(Long.toString(card.id()), part)));
        Div list = new Div(head, grid);
        list.addClassName("list");
        addClassName("list-and-panel");
        setMaster(list);
        setMasterSize("560px", true);
        setDetailSize("420px");
        addDetailEscapePressListener(escape -> go("", part));
        addBackdropClickListener(click -> go("", part));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        part = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SEARCH)
                .orElse("");
        shown = event.getRouteParameters().get("department").orElse("");
        search.setValue(part);
        refresh();
        if (shown.equals(NEW)) {
            setDetail(DepartmentPanel.adding(
                    departments,
                    companyZone,
                    code -> departments.find(code).ifPresent(card -> go(Long.toString(card.id()), part)),
                    () -> go("", part),
                    getTranslation("department.new")));
        } else {
            showDepartment("");
        }
    }

    private void showDepartment(String note) {
        chosen().ifPresentOrElse(
                        card -> {
                            grid.select(card);
                            DepartmentPanel panel = DepartmentPanel.of(
                                    departments, background, companyZone, card, this::changed, () -> go("", part));
                            panel.say(note);
                            setDetail(panel);
                        },
                        () -> {
                            grid.deselectAll();
                            setDetail(null);
                        });
    }

    /** A department that was merged meanwhile is shown as the one that it is a spelling of. */
    private Optional<DepartmentCard> chosen() {
        if (!shown.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Optional<DepartmentCard> card = departments.find(Long.parseLong(shown));
        DepartmentCard.Spelling survivor = card.map(DepartmentCard::mergedInto).orElse(null);
        return survivor == null ? card : departments.find(survivor.id());
    }

    private void changed(String note) {
        refresh();
        showDepartment(note);
    }

    private void refresh() {
        List<DepartmentCard> standing = departments.list().stream()
                .filter(card -> card.mergedInto() == null)
                .toList();
        long unconfirmed = standing.stream().filter(card -> !card.confirmed()).count();
        head.setSentence(getTranslation("department.sentence", standing.size(), unconfirmed));
        matching = standing.stream().filter(this::matches).toList();
        grid.getDataProvider().refreshAll();
        grid.setEmptyStateComponent(
                part.isEmpty()
                        ? new EmptyState(getTranslation("department.none"), getTranslation("department.none.next"))
                        : new EmptyState(
                                getTranslation("department.empty"),
                                getTranslation("department.empty.next"),
                                new Button(getTranslation("department.empty.lift"), click -> go(shown, ""))));
    }

    private boolean matches(DepartmentCard card) {
        String wanted = part.toLowerCase(Locale.ROOT);
        Stream<String> names = Stream.concat(
                Stream.of(card.code(), card.name()), card.merged().stream().map(DepartmentCard.Spelling::name));
        return names.anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void go(String department, String search) {
        RouteParameters parameters =
                department.isEmpty() ? RouteParameters.empty() : new RouteParameters("department", department);
        QueryParameters query = search.isEmpty() ? QueryParameters.empty() : QueryParameters.of(SEARCH, search);
        getUI().ifPresent(ui -> ui.navigate(DepartmentsView.class, parameters, query));
    }
}
