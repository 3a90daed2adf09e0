package nl.baton.profile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import nl.baton.customer.ui.CustomerScreen;
import org.jspecify.annotations.Nullable;

/** Leads to {@link CustomerView}. */
@org.springframework.stereotype.Component
class WayToCustomer implements CustomerScreen {

    @Override
    public void open(UI ui, long customer) {
        ui.navigate(CustomerView.class, parameters(customer));
    }

    @Override
    public String address(long customer) {
        return new RouterLink("", CustomerView.class, parameters(customer)).getHref();
    }

    @Override
    public Component link(String text, long customer, @Nullable Long journey) {
        RouterLink link = new RouterLink(text, CustomerView.class, parameters(customer));
        if (journey != null) {
            link.setQueryParameters(QueryParameters.of(CustomerView.JOURNEY, Long.toString(journey)));
        }
        return link;
    }

    static RouteParameters parameters(long customer) {
        return new RouteParameters(CustomerView.CUSTOMER, Long.toString(customer));
    }
}
