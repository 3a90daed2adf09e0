package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.Uses;
import java.util.Optional;

/** The customer search in the bar; implemented by the module that knows customers. */
@Uses(SearchField.class) // the front-end build follows classes, not the Spring bean that makes the field
public interface ShellSearch {

    /** A new field for one shell; empty for a user who may not search. The shell focuses it at {@code /}. */
    Optional<Component> field();
}
