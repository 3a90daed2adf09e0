package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * What a module adds to the head of the profile, such as the last feedback; a Spring bean, in the order of {@code
 * @Order}. Where there is nothing to say, nothing stands there.
 */
public interface HeaderFigure {

    /** A label and what belongs under it; empty when there is nothing, or it is not for the current user. */
    Optional<Component> figure(long customer, Component says);
}
