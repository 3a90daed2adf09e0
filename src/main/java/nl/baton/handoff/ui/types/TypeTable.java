package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.TypeCourses;
import nl.baton.handoff.ui.types.TypesReading.Loaded;
import nl.baton.journey.JourneyType.Stage;

/** All journey types, each with its stages, how many journeys follow them, and where most leave them. */
final class TypeTable extends NativeTable {

    private static final long serialVersionUID = 1;
    private static final List<String> COLUMNS = List.of("name", "stages", "journeys", "follows", "exit");

    private final transient Loaded loaded;
    private final transient TypesWords words;
    private final TypesState state;

    TypeTable(Loaded loaded, TypesState state, TypesWords words) {
        this.loaded = loaded;
        this.state = state;
        this.words = words;
        addClassName("type-table");
        NativeTableRow head = new NativeTableRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(words.text("types.column." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.addClassName(column);
            head.add(cell);
        }
        getHead().add(head);
        loaded.types().forEach(type -> getBody().add(row(type)));
    }

    private NativeTableRow row(TypeCourses type) {
        RouterLink link = new RouterLink(type.type().name(), JourneyTypesView.class);
        link.setQueryParameters(state.withType(type.type().code()).query());
        NativeTableHeaderCell name = new NativeTableHeaderCell(link);
        name.getElement().setAttribute("scope", "row");
        NativeTableCell journeys = new NativeTableCell(words.number(type.journeys()));
        journeys.addClassName("num");
        NativeTableRow row = new NativeTableRow();
        row.add(name);
        row.add(stages(type), journeys, follows(type), exit(type));
        return row;
    }

    private NativeTableCell stages(TypeCourses type) {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName("stages");
        List<Stage> stages = type.stages();
        if (stages.isEmpty()) {
            Span none = new Span(words.text("types.unplanned.short"));
            none.addClassName("quiet");
            cell.add(none);
        }
        for (int i = 0; i < stages.size(); i++) {
            var department = loaded.department(stages.get(i).department());
            if (i > 0) {
                Span arrow = new Span("→");
                arrow.addClassName("quiet");
                cell.add(arrow);
            }
            cell.add(new DepartmentLabel(department.name(), department.slot()));
        }
        return cell;
    }

    private NativeTableCell follows(TypeCourses type) {
        NativeTableCell cell = new NativeTableCell();
        if (type.follows() == null || type.journeys() == 0) {
            cell.add(quiet("–"));
        } else if (type.journeys() < TypesWords.TOO_FEW) {
            cell.add(quiet(words.text("types.too-few", type.journeys())));
        } else {
            cell.add(new Span(words.percent(type.follows())), quiet(words.counted(type.follows())));
        }
        cell.addClassName("follows");
        return cell;
    }

    private NativeTableCell exit(TypeCourses type) {
        Exit exit = type.exit();
        NativeTableCell cell = new NativeTableCell();
        if (exit != null) {
            cell.add(new Span(words.number(exit.journeys())), quiet(words.exit(exit, type, loaded)));
        }
        cell.addClassName("exit");
        return cell;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
