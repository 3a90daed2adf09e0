package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What tells a person in the bar how much needs them; implemented by the module that knows. */
public interface ShellBell {

    /** A new one for one shell; empty for a user who is told of nothing. */
    Optional<Component> bell();
}
