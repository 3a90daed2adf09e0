package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Optional;
import nl.baton.base.ui.ShellSearch;
import nl.baton.customer.CustomerSearch;
import nl.baton.customer.FoundCustomer;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;

/** Finds a customer from anywhere: name, phone, e-mail, postcode, customer or case number. */
@org.springframework.stereotype.Component
class CustomerSearchField implements ShellSearch {

    private static final int SHOWN = 12;

    private final CustomerSearch search;
    private final CurrentUserProvider users;
    private final CustomerScreen screen;

    CustomerSearchField(CustomerSearch search, CurrentUserProvider users, CustomerScreen screen) {
        this.search = search;
        this.users = users;
        this.screen = screen;
    }

    @Override
    public Optional<Component> field() {
        CurrentUser user = users.get();
        boolean allowed =
                user.has(Role.AGENT) || user.has(Role.MARKETER) || user.has(Role.LEAD) || user.has(Role.STEWARD);
        return allowed ? Optional.of(comboBox()) : Optional.empty();
    }

    private ComboBox<FoundCustomer> comboBox() {
        ComboBox<FoundCustomer> field = new ComboBox<>();
        field.addClassName("customer-search");
        field.setPlaceholder(field.getTranslation("customer.search"));
        field.setAriaLabel(field.getTranslation("customer.search"));
        field.setItemLabelGenerator(card -> name(field, card));
        field.setRenderer(LitRenderer.<FoundCustomer>of("""
                        <div class='customer-hit'><b>${item.name}</b><span>${item.place}</span>\
                        <span>${item.matched}</span></div>""")
                .withProperty("name", card -> name(field, card))
                .withProperty("place", card -> card.place() == null ? "" : card.place())
                .withProperty("matched", FoundCustomer::number));
        field.setPageSize(SHOWN);
        field.setItemsWithFilterConverter(
                query -> search.find(query.getFilter().orElse(""), SHOWN).customers().stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                text -> text);
        field.addValueChangeListener(change -> {
            FoundCustomer chosen = change.getValue();
            if (chosen != null && change.isFromClient()) {
                field.clear();
                field.getUI().ifPresent(ui -> screen.open(ui, chosen.id()));
            }
        });
        return field;
    }

    private static String name(Component says, FoundCustomer card) {
        return card.name() == null ? says.getTranslation("customer.unnamed", card.number()) : card.name();
    }
}
