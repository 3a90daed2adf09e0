package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.baton.base.ui.Glyph;
import nl.baton.department.Department;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.JourneyType.Stage;
import nl.baton.journey.PromisedTime;
import org.jspecify.annotations.Nullable;

/** The fields of one stage; what the time comes to, or what is wrong with it, is said while one types. */
final class StageRow extends ListItem {

    private static final long serialVersionUID = 1;

    /** What can be done with a row as a whole. */
    enum Deed {
        EARLIER,
        LATER,
        REMOVE
    }

    private final transient TypesWords words;
    private final ComboBox<Department> department = new ComboBox<>();
    private final TextField promised = new TextField();
    private final Select<Clock> clock = new Select<>();
    private final Span place = new Span();
    private final NativeButton earlier;
    private final NativeButton later;
    private final NativeButton remove;

    StageRow(List<Department> departments, TypesWords words, SerializableBiConsumer<StageRow, Deed> deeds) {
        this.words = words;
        addClassName("stage-row");
        place.addClassName("place");
        department.setLabel(words.text("types.plan.department"));
        department.setItems(departments);
        department.setItemLabelGenerator(Department::name);
        department.addValueChangeListener(change -> explain());
        promised.setLabel(words.text("types.plan.promised"));
        promised.setPlaceholder(words.text("types.plan.promised.example"));
        promised.setValueChangeMode(ValueChangeMode.LAZY);
        promised.addValueChangeListener(change -> explain());
        clock.setLabel(words.text("types.plan.clock"));
        clock.setItems(Clock.values());
        clock.setItemLabelGenerator(
                each -> words.text("types.plan.clock." + each.name().toLowerCase(Locale.ROOT)));
        clock.setValue(Clock.BUSINESS);
        clock.addValueChangeListener(change -> explain());
        earlier = tool("↑", Deed.EARLIER, deeds);
        later = tool("↓", Deed.LATER, deeds);
        remove = tool("", Deed.REMOVE, deeds);
        remove.add(new Glyph(Glyph.CLOSE));
        Shortcuts.addShortcutListener(this, () -> deeds.accept(this, Deed.EARLIER), Key.ARROW_UP, KeyModifier.ALT)
                .listenOn(this);
        Shortcuts.addShortcutListener(this, () -> deeds.accept(this, Deed.LATER), Key.ARROW_DOWN, KeyModifier.ALT)
                .listenOn(this);
        Div tools = new Div(earlier, later, remove);
        tools.addClassName("tools");
        add(place, department, promised, clock, tools);
    }

    private NativeButton tool(String text, Deed deed, SerializableBiConsumer<StageRow, Deed> deeds) {
        NativeButton button = new NativeButton(text, click -> deeds.accept(this, deed));
        button.addClassName("tool");
        return button;
    }

    void show(Stage stage, Department of) {
        clock.setValue(stage.clock());
        department.setValue(of);
        promised.setValue(words.promised(stage, of));
        explain();
    }

    /** Says which of how many it is. */
    void standAt(int index, int of) {
        place.setText(Integer.toString(index + 1));
        earlier.setEnabled(index > 0);
        later.setEnabled(index + 1 < of);
        earlier.setAriaLabel(words.text("types.plan.earlier", index + 1));
        later.setAriaLabel(words.text("types.plan.later", index + 1));
        remove.setAriaLabel(words.text("types.plan.remove", index + 1));
    }

    /** The stage as it stands; empty when something cannot be read, which is then said at its field. */
    Optional<Stage> value() {
        Department of = department.getValue();
        if (of == null) {
            say(department, words.text("journey.plan.refused.stage_department"));
        }
        if (promised.isEmpty()) {
            promised.setErrorMessage(words.text("journey.plan.refused.stage_promised"));
            promised.setInvalid(true);
        }
        Duration time = time(of);
        return of == null || time == null ? Optional.empty() : Optional.of(new Stage(of.id(), time, clock.getValue()));
    }

    private @Nullable Duration time(@Nullable Department of) {
        if (of == null || promised.isEmpty()) {
            return null;
        }
        try {
            return PromisedTime.read(promised.getValue(), TypesWords.day(of, clock.getValue()));
        } catch (PromisedTime.Unreadable unreadable) {
            promised.setErrorMessage(words.text("types.plan.unreadable", unreadable.part()));
            promised.setInvalid(true);
            return null;
        }
    }

    private void explain() {
        promised.setInvalid(false);
        department.setInvalid(false);
        Department of = department.getValue();
        Duration time = time(of);
        promised.setHelperText(of == null || time == null ? null : words.hours(time, of, clock.getValue()));
    }

    void refuse(boolean ofDepartment, String why) {
        if (ofDepartment) {
            say(department, why);
        } else {
            promised.setErrorMessage(why);
            promised.setInvalid(true);
        }
    }

    private static void say(ComboBox<Department> field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }

    /** After it was moved, what moved it has the focus again. */
    void focus(Deed deed) {
        NativeButton wanted = deed == Deed.EARLIER ? earlier : later;
        NativeButton possible = wanted.isEnabled() ? wanted : deed == Deed.EARLIER ? later : earlier;
        possible.focus();
    }

    void focusDepartment() {
        department.focus();
    }
}
