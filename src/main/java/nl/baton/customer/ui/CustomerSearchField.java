package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.ui.SearchField;
import nl.baton.base.ui.SearchField.Answer;
import nl.baton.base.ui.SearchField.Hit;
import nl.baton.base.ui.SearchField.Piece;
import nl.baton.base.ui.ShellSearch;
import nl.baton.customer.CustomerSearch;
import nl.baton.customer.CustomerSearch.Found;
import nl.baton.customer.FoundCustomer;
import nl.baton.customer.OpenWork;
import nl.baton.customer.OpenWork.Holder;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.Match;
import nl.baton.customer.search.Scrap;
import nl.baton.customer.search.Span;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;

/** Finds a customer from anywhere: name, phone, e-mail, postcode and house number, order, case or customer number. */
@org.springframework.stereotype.Component
class CustomerSearchField implements ShellSearch {

    private static final int SHOWN = 12;

    private final CustomerSearch search;
    private final OpenWork work;
    private final CurrentUserProvider users;
    private final CustomerScreen screen;

    CustomerSearchField(CustomerSearch search, OpenWork work, CurrentUserProvider users, CustomerScreen screen) {
        this.search = search;
        this.work = work;
        this.users = users;
        this.screen = screen;
    }

    @Override
    public Optional<Component> field() {
        CurrentUser user = users.get();
        boolean allowed =
                user.has(Role.AGENT) || user.has(Role.MARKETER) || user.has(Role.LEAD) || user.has(Role.STEWARD);
        // who finds by nothing else is not asked for anything else
        boolean byContact = user.has(Role.AGENT) || user.has(Role.STEWARD) || !user.has(Role.MARKETER);
        return allowed
                ? Optional.of(searchField(byContact ? "customer.search" : "customer.search.open"))
                : Optional.empty();
    }

    private Component searchField(String label) {
        SearchField field = new SearchField();
        field.addClassName("customer-search");
        field.setLabel(field.getTranslation(label));
        field.setSearch(typed -> answer(field, typed));
        field.addChosenListener(customer -> field.getUI().ifPresent(ui -> screen.open(ui, customer)));
        return field;
    }

    private Answer answer(Component says, String typed) {
        Found found = search.find(typed, SHOWN);
        Map<Long, Holder> holders = seesWork()
                ? work.of(found.customers().stream().map(FoundCustomer::id).toList())
                : Map.of();
        return new Answer(
                found.customers().stream()
                        .map(customer -> hit(says, customer, holders.get(customer.id())))
                        .toList(),
                note(says, typed, found));
    }

    private static String note(Component says, String typed, Found found) {
        Scrap scrap = Scrap.of(typed);
        if (!found.ready()) {
            return says.getTranslation("customer.search.building");
        }
        if (!found.customers().isEmpty()) {
            return says.getTranslation(
                    "customer.search.found", found.customers().size());
        }
        return scrap.isNothing()
                ? ""
                : says.getTranslation(scrap.isNumber() ? "customer.search.nobody-number" : "customer.search.nobody");
    }

    private boolean seesWork() {
        CurrentUser user = users.get();
        return user.has(Role.AGENT) || user.has(Role.LEAD) || user.has(Role.STEWARD);
    }

    private Hit hit(Component says, FoundCustomer customer, @Nullable Holder holder) {
        Optional<Match> name = match(customer, true);
        Optional<Match> other = match(customer, false);
        String shown = customer.name() != null
                ? customer.name()
                : customer.number().isEmpty()
                        ? says.getTranslation("customer.unnamed-masked")
                        : says.getTranslation("customer.unnamed", customer.number());
        return new Hit(
                Long.toString(customer.id()),
                screen.address(customer.id()),
                pieces(shown, name.map(Match::marked).orElse(List.of())),
                customer.place() == null ? "" : customer.place(),
                other.map(match -> says.getTranslation(
                                "customer.search.by." + match.field().name()))
                        .orElse(""),
                other.map(match -> pieces(match.text(), match.marked()))
                        .orElseGet(() -> pieces(customer.number(), List.of())),
                holder == null
                        ? ""
                        : says.getTranslation(
                                holder.waits() ? "customer.search.waits" : "customer.search.has", holder.department()),
                holder != null && holder.broken());
    }

    private static Optional<Match> match(FoundCustomer customer, boolean name) {
        return customer.matches().stream()
                .filter(match -> (match.field() == Field.NAME) == name)
                .findFirst();
    }

    private static List<Piece> pieces(String text, List<Span> marked) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (Span span : marked) {
            if (span.from() > at) {
                pieces.add(new Piece(text.substring(at, span.from()), false));
            }
            pieces.add(new Piece(text.substring(span.from(), span.to()), true));
            at = span.to();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return pieces;
    }
}
