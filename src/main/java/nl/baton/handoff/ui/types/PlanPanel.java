package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.stream.Collectors;
import nl.baton.handoff.ui.types.TypesReading.Loaded;
import nl.baton.journey.JourneyPlan;
import nl.baton.journey.JourneyType;
import nl.baton.journey.PlanMoved;
import nl.baton.journey.PlanRefused;

/**
 * Where a lead changes the plan of a type. Who saves after somebody else did is shown what stands now, keeps what was
 * filled in, and chooses.
 */
final class PlanPanel extends Section {

    private static final long serialVersionUID = 1;

    private final transient TypesReading reading;
    private final transient Loaded loaded;
    private final transient TypesWords words;
    private final Runnable saved;
    private final PlanForm form;
    private final Div note = new Div();
    private final Button save;
    private transient JourneyType read;

    PlanPanel(JourneyType type, Loaded loaded, TypesReading reading, Runnable saved, Runnable left) {
        this.reading = reading;
        this.loaded = loaded;
        this.read = type;
        this.saved = saved;
        this.words = new TypesWords(this, getLocale());
        addClassName("plan-panel");
        H2 title = new H2(words.text("types.plan.title", type.name()));
        Paragraph who = new Paragraph(words.text("types.plan.who"));
        who.addClassNames("quiet", "small");
        form = new PlanForm(loaded, words);
        form.show(JourneyPlan.of(type));
        note.addClassName("panel-note");
        note.getElement().setAttribute("role", "alert");
        save = new Button(words.text("types.plan.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(words.text("types.plan.cancel"), click -> left.run());
        Div actions = new Div(save, cancel);
        actions.addClassName("actions");
        add(title, who, form, note, actions);
    }

    private void save() {
        note.removeAll();
        form.value().ifPresent(plan -> {
            try {
                reading.change(read, plan);
                saved.run();
            } catch (PlanRefused refused) {
                if (!form.refuse(refused)) {
                    note.setText(words.text(refused.reason().key(), refused.arguments()));
                }
            } catch (PlanMoved moved) {
                tell(moved.now());
            }
        });
    }

    private void tell(JourneyType now) {
        Paragraph what = new Paragraph(words.text("types.plan.moved"));
        Paragraph stands = new Paragraph(
                now.stages().isEmpty()
                        ? words.text("types.unplanned")
                        : words.text(
                                "types.plan.moved.now",
                                now.stages().stream()
                                        .map(stage -> loaded.department(stage.department())
                                                        .name() + " "
                                                + words.promised(stage, loaded.department(stage.department())))
                                        .collect(Collectors.joining(" → "))));
        Button mine = new Button(words.text("types.plan.moved.mine"), click -> {
            read = now;
            save();
        });
        Button theirs = new Button(words.text("types.plan.moved.theirs"), click -> {
            read = now;
            form.show(JourneyPlan.of(now));
            note.removeAll();
        });
        Div choice = new Div(mine, theirs);
        choice.addClassName("actions");
        note.add(what, stands, choice);
    }
}
