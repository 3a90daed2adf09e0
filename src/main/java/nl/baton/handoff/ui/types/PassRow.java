package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import nl.baton.base.ui.Glyph;
import nl.baton.department.Department;
import nl.baton.journey.JourneyType.Planned;

/** The two ends of a pass that belongs to the plan. */
final class PassRow extends ListItem {

    private static final long serialVersionUID = 1;

    private final ComboBox<Department> from;
    private final ComboBox<Department> to;
    private final transient TypesWords words;

    PassRow(List<Department> departments, TypesWords words, SerializableConsumer<PassRow> remove) {
        this.words = words;
        addClassName("pass-row");
        from = end("types.plan.from", departments);
        to = end("types.plan.to", departments);
        NativeButton away = new NativeButton("", click -> remove.accept(this));
        away.add(new Glyph(Glyph.CLOSE));
        away.addClassName("tool");
        away.setAriaLabel(words.text("types.plan.pass.remove"));
        Div tools = new Div(away);
        tools.addClassName("tools");
        add(from, to, tools);
    }

    private ComboBox<Department> end(String key, List<Department> departments) {
        ComboBox<Department> end = new ComboBox<>(words.text(key));
        end.setItems(departments);
        end.setItemLabelGenerator(Department::name);
        end.addValueChangeListener(change -> end.setInvalid(false));
        return end;
    }

    void show(Department passes, Department receives) {
        from.setValue(passes);
        to.setValue(receives);
    }

    /** The pass as it stands; empty when something is missing or wrong, which is then said at its field. */
    Optional<Planned> value() {
        Department passes = from.getValue();
        Department receives = to.getValue();
        if (passes == null) {
            say(from, "journey.plan.refused.pass_department");
        }
        if (receives == null) {
            say(to, "journey.plan.refused.pass_department");
        }
        if (passes != null && receives != null && passes.id() == receives.id()) {
            say(to, "journey.plan.refused.pass_same");
            return Optional.empty();
        }
        return passes == null || receives == null
                ? Optional.empty()
                : Optional.of(new Planned(passes.id(), receives.id()));
    }

    private void say(ComboBox<Department> field, String key) {
        field.setErrorMessage(words.text(key));
        field.setInvalid(true);
    }
}
