package nl.baton.department.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.time.ZoneId;
import nl.baton.base.Background;
import nl.baton.base.ui.Glyph;
import nl.baton.department.DepartmentAdministration;
import nl.baton.department.DepartmentCard;
import nl.baton.department.DepartmentRefused;
import nl.baton.department.NewDepartment;

/** One department beside the list: to add, to change, to confirm, to merge and to part. */
final class DepartmentPanel extends Section {

    private static final long serialVersionUID = 1;

    private final SerializableConsumer<String> done;
    private final DepartmentForm form;
    private final Div note = new Div();

    private DepartmentPanel(String title, ZoneId companyZone, SerializableConsumer<String> done, Runnable closed) {
        this.done = done;
        form = new DepartmentForm(companyZone);
        note.addClassName("panel-note");
        note.getElement().setAttribute("role", "status");
        NativeButton close = new NativeButton("", click -> closed.run());
        close.add(new Glyph(Glyph.CLOSE));
        close.addClassName("tool");
        close.setAriaLabel(getTranslation("department.close"));
        Div head = new Div(new H2(title), close);
        head.addClassName("panel-head");
        addClassName("panel");
        setAriaLabel(title);
        add(head);
    }

    /** @param done told the code of the new department */
    static DepartmentPanel adding(
            DepartmentAdministration departments,
            ZoneId companyZone,
            SerializableConsumer<String> done,
            Runnable closed,
            String title) {
        DepartmentPanel panel = new DepartmentPanel(title, companyZone, done, closed);
        panel.add(panel.form, panel.note, panel.primary("department.add", () -> {
            NewDepartment department = panel.form.value();
            departments.add(department);
            return department.code().strip();
        }));
        return panel;
    }

    /** @param done told what can be said of it */
    static DepartmentPanel of(
            DepartmentAdministration departments,
            Background background,
            ZoneId companyZone,
            DepartmentCard card,
            SerializableConsumer<String> done,
            Runnable closed) {
        DepartmentPanel panel = new DepartmentPanel(card.name(), companyZone, done, closed);
        panel.form.show(card);
        if (!card.confirmed()) {
            Paragraph unconfirmed = new Paragraph(panel.getTranslation("department.unconfirmed.text"));
            unconfirmed.addClassName("quiet");
            panel.add(unconfirmed);
        }
        Div save = panel.primary(card.confirmed() ? "department.save" : "department.confirm", () -> {
            departments.define(panel.form.value());
            return panel.getTranslation("department.saved");
        });
        SerializableConsumer<Runnable> merging = change -> panel.attempt(() -> {
            change.run();
            return panel.getTranslation("department.saved");
        });
        panel.add(panel.form, panel.note, save, new MergingPart(departments, background, card, merging));
        return panel;
    }

    /** Says something of what was done. */
    void say(String what) {
        note.setText(what);
    }

    private Div primary(String key, SerializableSupplier<String> change) {
        Button button = new Button(getTranslation(key), click -> attempt(change));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(button);
        actions.addClassName("actions");
        return actions;
    }

    private void attempt(SerializableSupplier<String> change) {
        form.clearRefusals();
        note.removeAll();
        try {
            done.accept(change.get());
        } catch (DepartmentRefused refused) {
            if (!form.refuse(refused)) {
                say(getTranslation(refused.reason().key(), refused.arguments()));
            }
        }
    }
}
