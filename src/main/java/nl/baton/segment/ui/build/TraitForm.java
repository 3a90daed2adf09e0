package nl.baton.segment.ui.build;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Optional;
import nl.baton.segment.Trait;

/** The fields of one trait, filled in where it stands. */
abstract class TraitForm extends Div {

    private static final long serialVersionUID = 1;

    private final SerializableRunnable changed;

    TraitForm(SerializableRunnable changed) {
        this.changed = changed;
        addClassName("trait-form");
    }

    /** The trait as it stands; empty while something is missing or cannot be, which is said at its field. */
    abstract Optional<Trait> value();

    /** Fills in what a trait of this kind asks for. */
    abstract void show(Trait trait);

    abstract void focus();

    final void changed() {
        changed.run();
    }

    final String say(String key, Object... arguments) {
        return getTranslation("segment.build." + key, arguments);
    }
}
