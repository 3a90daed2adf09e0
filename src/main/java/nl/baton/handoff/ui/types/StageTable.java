package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import nl.baton.department.Department;
import nl.baton.handoff.CourseFigures;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseFigures.StageFigures;
import nl.baton.handoff.CourseList;
import nl.baton.handoff.CourseList.Kind;
import nl.baton.handoff.ui.types.TypesReading.Loaded;

/** The figures of the map as a table, with the intervals in full. */
final class StageTable extends NativeTable {

    private static final long serialVersionUID = 1;
    private static final List<String> COLUMNS =
            List.of("stage", "promised", "reached", "wait", "used", "ninety", "overran", "left", "here");

    StageTable(CourseFigures figures, Loaded loaded, TypesWords words, ListLinks links) {
        addClassName("stage-table");
        setCaptionText(words.text("types.table.caption", figures.type().name()));
        NativeTableRow head = new NativeTableRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(words.text("types.table." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        getHead().add(head);
        figures.stages().forEach(stage -> getBody().add(row(stage, loaded, words, links)));
    }

    private static NativeTableRow row(StageFigures stage, Loaded loaded, TypesWords words, ListLinks links) {
        Department department = loaded.department(stage.stage().department());
        NativeTableHeaderCell name = new NativeTableHeaderCell(
                stage.place() + ". " + stage.department().name());
        name.getElement().setAttribute("scope", "row");
        long left = stage.exits().stream().mapToLong(Exit::journeys).sum();
        NativeTableRow row = new NativeTableRow();
        row.add(name);
        row.add(
                cell(words.promised(stage.stage(), department)),
                cell(links.to(
                        CourseList.of(Kind.REACHED, stage.place()), words.number(stage.reached()), stage.reached())),
                cell(stage.place() == 1 ? "–" : words.middle(stage.waited(), department)),
                cell(words.middle(stage.used(), stage.stage(), department)),
                cell(words.ninety(stage.used(), stage.stage(), department)),
                cell(links.to(
                        CourseList.of(Kind.OVERRAN, stage.place()),
                        words.percent(stage.overran()) + "; " + words.counted(stage.overran()),
                        stage.overran().count())),
                cell(words.number(left)),
                cell(links.to(CourseList.of(Kind.AT, stage.place()), words.number(stage.here()), stage.here())));
        return row;
    }

    private static NativeTableCell cell(String text) {
        return new NativeTableCell(text);
    }

    private static NativeTableCell cell(Component content) {
        return new NativeTableCell(content);
    }
}
