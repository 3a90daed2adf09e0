package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.baton.department.Department;
import nl.baton.handoff.ui.types.TypesReading.Loaded;
import nl.baton.journey.JourneyPlan;
import nl.baton.journey.JourneyType.Planned;
import nl.baton.journey.JourneyType.Stage;
import nl.baton.journey.PlanRefused;
import nl.baton.journey.PromisedTime;
import org.jspecify.annotations.Nullable;

/** The fields of a plan: stages in their order, rhythm, planned passes. */
final class PlanForm extends Div {

    private static final long serialVersionUID = 1;

    private final transient Loaded loaded;
    private final transient TypesWords words;
    private final OrderedList stageList = new OrderedList();
    private final UnorderedList passList = new UnorderedList();
    private final TextField rhythm;
    private final List<StageRow> stages = new ArrayList<>();
    private final List<PassRow> passes = new ArrayList<>();

    PlanForm(Loaded loaded, TypesWords words) {
        this.loaded = loaded;
        this.words = words;
        addClassName("plan-form");
        rhythm = new TextField(words.text("types.plan.rhythm.label"));
        rhythm.setPlaceholder(words.text("types.plan.rhythm.example"));
        rhythm.setHelperText(words.text("types.plan.rhythm.help"));
        rhythm.setClearButtonVisible(true);
        rhythm.addValueChangeListener(change -> rhythm.setInvalid(false));
        Button addStage = new Button(words.text("types.plan.add"), click -> {
            StageRow row = addStage();
            number();
            row.focusDepartment();
        });
        Button addPass = new Button(words.text("types.plan.pass.add"), click -> addPass());
        add(
                new H3(words.text("types.plan.stages")),
                stageList,
                addStage,
                rhythm,
                new H3(words.text("types.plan.passes.title")),
                passList,
                addPass);
    }

    void show(JourneyPlan plan) {
        stages.clear();
        passes.clear();
        stageList.removeAll();
        passList.removeAll();
        for (Stage stage : plan.stages()) {
            addStage().show(stage, department(stage.department()));
        }
        for (Planned pass : plan.plannedPasses()) {
            addPass().show(department(pass.fromDepartment()), department(pass.toDepartment()));
        }
        rhythm.setValue(plan.rhythm() == null ? "" : words.calendarTime(plan.rhythm()));
        number();
    }

    private Department department(long id) {
        return loaded.department(id);
    }

    private StageRow addStage() {
        StageRow row = new StageRow(loaded.departments(), words, this::act);
        stages.add(row);
        stageList.add(row);
        return row;
    }

    private PassRow addPass() {
        PassRow row = new PassRow(loaded.departments(), words, gone -> {
            passes.remove(gone);
            passList.remove(gone);
        });
        passes.add(row);
        passList.add(row);
        return row;
    }

    private void act(StageRow row, StageRow.Deed deed) {
        int at = stages.indexOf(row);
        int to = switch (deed) {
            case EARLIER -> at - 1;
            case LATER -> at + 1;
            case REMOVE -> at;
        };
        if (at < 0 || to < 0 || to >= stages.size()) {
            return;
        }
        stages.remove(at);
        stageList.remove(row);
        if (deed != StageRow.Deed.REMOVE) {
            stages.add(to, row);
            stageList.addComponentAtIndex(to, row);
        }
        number();
        if (deed != StageRow.Deed.REMOVE) {
            row.focus(deed);
        }
    }

    private void number() {
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).standAt(i, stages.size());
        }
    }

    /** The plan as it stands; empty when something cannot be read, which is then said at its field. */
    Optional<JourneyPlan> value() {
        List<Optional<Stage>> read = stages.stream().map(StageRow::value).toList();
        List<Optional<Planned>> planned = passes.stream().map(PassRow::value).toList();
        boolean complete = read.stream().allMatch(Optional::isPresent)
                && planned.stream().allMatch(Optional::isPresent)
                && (rhythm.isEmpty() || rhythm() != null);
        Set<Planned> together = new LinkedHashSet<>();
        planned.forEach(pass -> pass.ifPresent(together::add));
        return complete
                ? Optional.of(new JourneyPlan(
                        read.stream().flatMap(Optional::stream).toList(), rhythm.isEmpty() ? null : rhythm(), together))
                : Optional.empty();
    }

    private @Nullable Duration rhythm() {
        try {
            return PromisedTime.read(rhythm.getValue(), Duration.ofDays(1));
        } catch (PromisedTime.Unreadable unreadable) {
            refuseRhythm(words.text("types.plan.unreadable", unreadable.part()));
            return null;
        }
    }

    private void refuseRhythm(String why) {
        rhythm.setErrorMessage(why);
        rhythm.setInvalid(true);
    }

    /** Whether there is a field that the refusal is about; it then says so. */
    boolean refuse(PlanRefused refused) {
        String why = words.text(refused.reason().key(), refused.arguments());
        boolean ofRow = refused.place() >= 0 && refused.place() < stages.size();
        switch (refused.reason()) {
            case STAGE_DEPARTMENT, STAGE_SAME -> {
                if (ofRow) {
                    stages.get(refused.place()).refuse(true, why);
                }
                return ofRow;
            }
            case STAGE_PROMISED -> {
                if (ofRow) {
                    stages.get(refused.place()).refuse(false, why);
                }
                return ofRow;
            }
            case RHYTHM -> {
                refuseRhythm(why);
                return true;
            }
            default -> {
                return false;
            }
        }
    }
}
