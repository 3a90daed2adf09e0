package nl.baton.department.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.stream.Collectors;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.StateLabel;
import nl.baton.base.ui.StateLabel.State;
import nl.baton.department.DepartmentCard;
import nl.baton.department.DepartmentCard.Spelling;
import nl.baton.department.Holidays;
import nl.baton.department.OpeningHours;

/** The departments that stand by themselves, in order of creation. */
final class DepartmentGrid extends Grid<DepartmentCard> {

    private static final long serialVersionUID = 1;

    private final transient ZoneId companyZone;

    DepartmentGrid(ZoneId companyZone) {
        this.companyZone = companyZone;
        addClassName("department-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        addComponentColumn(this::who)
                .setHeader(getTranslation("department.name"))
                .setFlexGrow(2)
                .setWidth("190px")
                .setFrozen(true);
        addComponentColumn(this::open)
                .setHeader(getTranslation("department.hours"))
                .setFlexGrow(3)
                .setWidth("220px");
        addComponentColumn(card -> wrapping(String.join(", ", card.teams())))
                .setHeader(getTranslation("department.teams"))
                .setFlexGrow(2)
                .setWidth("160px");
        addComponentColumn(card ->
                        wrapping(card.merged().stream().map(Spelling::name).collect(Collectors.joining(", "))))
                .setHeader(getTranslation("department.merged"))
                .setFlexGrow(2)
                .setWidth("150px");
    }

    private Component who(DepartmentCard card) {
        Div cell = new Div(new DepartmentLabel(card.name(), card.slot()));
        cell.addClassName("two-lines");
        if (!card.confirmed()) {
            cell.add(new StateLabel(State.UNKNOWN, getTranslation("department.unconfirmed")));
        } else if (!card.code().equalsIgnoreCase(card.name())) {
            cell.add(small(card.code()));
        }
        return cell;
    }

    private Component open(DepartmentCard card) {
        ZoneId zone = card.zone() == null ? companyZone : ZoneId.of(card.zone());
        Holidays holidays = Holidays.of(card.holidays());
        Div cell = new Div(new Span(HoursWords.week(this, getLocale(), OpeningHours.parse(card.hours(), zone))));
        cell.addClassName("two-lines");
        String closed = holidays.isNone() ? "" : getTranslation("department.holidays.of", holidays.name(getLocale()));
        String elsewhere = card.zone() == null ? "" : card.zone();
        String more = closed + (closed.isEmpty() || elsewhere.isEmpty() ? "" : " · ") + elsewhere;
        if (!more.isEmpty()) {
            cell.add(small(more));
        }
        return cell;
    }

    private static Component wrapping(String text) {
        Div cell = new Div(new Span(text));
        cell.addClassName("two-lines");
        return cell;
    }

    private static Span small(String text) {
        Span small = new Span(text);
        small.addClassName("small");
        return small;
    }
}
