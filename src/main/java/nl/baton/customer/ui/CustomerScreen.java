package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

/** The way to a customer's screen, for those who name customers; implemented by the module that has the screen. */
public interface CustomerScreen {

    void open(UI ui, long customer);

    /** Where it is, for a new tab. */
    String address(long customer);

    /** A link; with a journey it opens at that journey. */
    Component link(String text, long customer, @Nullable Long journey);
}
