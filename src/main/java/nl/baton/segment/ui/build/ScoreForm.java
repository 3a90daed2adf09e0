package nl.baton.segment.ui.build;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Optional;
import java.util.stream.Stream;
import nl.baton.feedback.FeedbackKind;
import nl.baton.segment.Trait;
import org.jspecify.annotations.Nullable;

/** A kind of feedback that has scores, and between which of them the last one lies. */
final class ScoreForm extends TraitForm {

    private static final long serialVersionUID = 1;

    private final ComboBox<FeedbackKind> kind = new ComboBox<>(say("field.feedback"));
    private final IntegerField from = new IntegerField(say("field.from"));
    private final IntegerField to = new IntegerField(say("field.to"));

    ScoreForm(SerializableRunnable changed) {
        super(changed);
        kind.setItems(
                Stream.of(FeedbackKind.values()).filter(FeedbackKind::scored).toList());
        kind.setItemLabelGenerator(each -> getTranslation("feedback.kind." + each));
        kind.setPlaceholder(say("choose"));
        kind.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                from.setValue(change.getValue().least());
                to.setValue(change.getValue().most());
            }
            changed();
        });
        Stream.of(from, to).forEach(field -> {
            field.addClassName("days");
            field.setManualValidation(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> changed());
        });
        add(kind, from, to);
    }

    @Override
    Optional<Trait> value() {
        FeedbackKind of = kind.getValue();
        if (of == null) {
            return Optional.empty();
        }
        Integer low = from.getValue();
        Integer high = to.getValue();
        boolean lowWrong = wrong(of, low);
        boolean highWrong = wrong(of, high);
        String outside = say("wrong.score", of.least(), of.most());
        say(from, lowWrong ? outside : null);
        say(to, highWrong ? outside : null);
        if (lowWrong || highWrong || low == null || high == null) {
            return Optional.empty();
        }
        if (low > high) {
            say(from, say("wrong.range"));
            return Optional.empty();
        }
        return Optional.of(new Trait.LastScore(of, low, high));
    }

    private static boolean wrong(FeedbackKind of, @Nullable Integer score) {
        return score == null || score < of.least() || score > of.most();
    }

    private static void say(IntegerField field, @Nullable String wrong) {
        field.setErrorMessage(wrong);
        field.setInvalid(wrong != null);
    }

    @Override
    void show(Trait trait) {
        Trait.LastScore score = (Trait.LastScore) trait;
        kind.setValue(score.kind());
        from.setValue(score.from());
        to.setValue(score.to());
    }

    @Override
    void focus() {
        kind.focus();
    }
}
