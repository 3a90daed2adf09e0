package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import java.util.List;

/** What one has to know before speaking to a customer; each module brings its own as a Spring bean. */
public interface ProfileWarning {

    /** One sentence each, in the language of the component; none when there is nothing to warn of. */
    List<String> warnings(long customer, Component says);
}
