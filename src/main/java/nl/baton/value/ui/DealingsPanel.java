package nl.baton.value.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.customer.ui.ProfilePanel;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import nl.baton.value.CustomerDealings;
import nl.baton.value.CustomerDealings.Agreed;
import nl.baton.value.CustomerDealings.Bought;
import nl.baton.value.CustomerValue;
import nl.baton.value.CustomerValues;
import nl.baton.value.NewPurchase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The tab with the customer's contracts and purchases. */
@org.springframework.stereotype.Component
@Order(20)
class DealingsPanel implements ProfilePanel {

    private static final List<String> SIGNS =
            List.of("factur", "bill", "invoice", "incasso", "debit", "financ", "betaal", "pay", "administrat");

    private final CustomerDealings dealings;
    private final CustomerValues values;
    private final CurrentUserProvider users;
    private final CustomerScreen screen;
    private final BatonProperties properties;
    private final Background background;
    private final Clock clock;

    DealingsPanel(
            CustomerDealings dealings,
            CustomerValues values,
            CurrentUserProvider users,
            CustomerScreen screen,
            BatonProperties properties,
            Background background,
            Clock clock) {
        this.dealings = dealings;
        this.values = values;
        this.users = users;
        this.screen = screen;
        this.properties = properties;
        this.background = background;
        this.clock = clock;
    }

    private record Read(List<Agreed> contracts, List<Bought> purchases, Optional<CustomerValue> value) {}

    @Override
    public String titleKey() {
        return "value.panel";
    }

    @Override
    public boolean visible() {
        CurrentUser user = users.get();
        return user.has(Role.AGENT) || user.has(Role.MARKETER);
    }

    @Override
    public boolean isWorkOf(String department) {
        String name = department.toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(name::contains);
    }

    @Override
    public Component panel(long customer, @Nullable Long journey) {
        return new Tile<>(
                background,
                () -> new Read(dealings.contracts(customer), dealings.purchases(customer), values.of(customer)),
                this::draw);
    }

    private Component draw(Read read) {
        Div panel = new Div();
        panel.addClassName("dealings");
        if (read.contracts().isEmpty() && read.purchases().isEmpty()) {
            return new EmptyState(
                    panel.getTranslation("value.panel.none"), panel.getTranslation("value.panel.none.next"));
        }
        read.value().ifPresent(value -> panel.add(new WorthPart(value, screen)));
        LocalDate today = Days.dayOf(clock.instant(), properties.zone());
        if (!read.contracts().isEmpty()) {
            Section contracts = section(panel.getTranslation("value.contracts"));
            read.contracts().forEach(contract -> contracts.add(contract(contract, today, panel)));
            panel.add(contracts);
        }
        if (!read.purchases().isEmpty()) {
            Section purchases = section(panel.getTranslation("value.purchases"));
            read.purchases().forEach(purchase -> purchases.add(purchase(purchase, panel)));
            panel.add(purchases);
        }
        return panel;
    }

    private static Section section(String title) {
        return new Section(new H3(title));
    }

    private Component contract(Agreed contract, LocalDate today, Component says) {
        Formats formats = formats();
        LocalDate end = contract.end();
        String runs;
        if (end == null) {
            runs = says.getTranslation("value.contract.runs", formats.date(contract.start()));
        } else {
            boolean over = end.isBefore(today);
            runs = says.getTranslation(
                    over ? "value.contract.ended" : "value.contract.ends",
                    formats.date(contract.start()),
                    formats.date(end));
            if (contract.endReason() != null) {
                runs += ", " + contract.endReason();
            }
        }
        return row(
                contract.number(),
                runs,
                says.getTranslation("value.a-month", money(contract.monthly(), contract.currency())));
    }

    private Component purchase(Bought purchase, Component says) {
        String kind = says.getTranslation("value.kind." + purchase.kind().name());
        boolean back = purchase.kind() == NewPurchase.Kind.RETURN;
        String what = back && purchase.refersTo() != null ? kind + " (" + purchase.refersTo() + ")" : kind;
        return row(
                purchase.number(),
                formats().date(Days.dayOf(purchase.at(), properties.zone())) + ", " + what,
                money(back ? purchase.amount().negate() : purchase.amount(), purchase.currency()));
    }

    private static String money(BigDecimal amount, String currency) {
        return sign(currency) + "\u00a0" + formats().number(amount.doubleValue(), 2);
    }

    static String sign(String currency) {
        return currency.equals("EUR") ? "€" : currency;
    }

    private static Component row(String number, String what, String amount) {
        Span first = new Span(number);
        Span second = new Span(what);
        second.addClassName("quiet");
        Span third = new Span(amount);
        third.addClassName("num");
        Div row = new Div(first, second, third);
        row.addClassName("dealing-row");
        return row;
    }

    private static Formats formats() {
        return Formats.of(UI.getCurrentOrThrow().getLocale());
    }
}
