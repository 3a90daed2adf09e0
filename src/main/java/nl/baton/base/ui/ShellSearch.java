package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** The customer search in the bar; implemented by the module that knows customers. */
public interface ShellSearch {

    /** A new field for one shell; empty for a user who may not search. The shell focuses it at {@code /}. */
    Optional<Component> field();
}
