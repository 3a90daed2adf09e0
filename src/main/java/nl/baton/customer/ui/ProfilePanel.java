package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

/**
 * A tab of the customer profile; each module brings its own as a Spring bean, in the order of {@code @Order}. The
 * front-end build follows classes, not beans: components that panels use are named by {@code @Uses}.
 */
@Uses(Grid.class)
@Uses(TextField.class)
@Uses(Select.class)
@Uses(DatePicker.class)
@Uses(ConfirmDialog.class)
public interface ProfilePanel {

    /** The key of the tab's name. */
    String titleKey();

    /** Whether the current user may see it. */
    boolean visible();

    /** A new panel for one customer, and for the journey that is looked at. */
    Component panel(long customer, @Nullable Long journey);

    /** The same for a panel that keeps something in the address, such as its filters. */
    default Component panel(long customer, @Nullable Long journey, ProfileAddress address) {
        return panel(customer, journey);
    }

    /** Whether it is the own work of a department of that name, which then finds it first; as far as a name tells. */
    default boolean isWorkOf(String department) {
        return false;
    }
}
