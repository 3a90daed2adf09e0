package nl.baton.intake.api;

import java.util.List;
import nl.baton.base.Stored;
import nl.baton.intake.item.Fields;
import nl.baton.intake.item.ItemKind;
import nl.baton.value.NewPurchase;
import nl.baton.value.Purchases;
import org.springframework.stereotype.Component;

/** Purchases. */
@Component
class PurchaseKind implements ItemKind<NewPurchase> {

    private static final int ID = 200;

    private final Purchases purchases;

    PurchaseKind(Purchases purchases) {
        this.purchases = purchases;
    }

    @Override
    public NewPurchase read(Fields fields, long position) {
        String externalId = fields.requiredText("externalId", ID);
        String refersTo = fields.text("refersTo", ID);
        if (externalId.equals(refersTo)) {
            fields.reject("refersTo", "intake.item.itself");
        }
        return new NewPurchase(
                fields.requiredText("source", 80),
                externalId,
                fields.requiredText("customer", ID),
                fields.requiredPast("at"),
                Money.amount(fields, "amount", "intake.item.negative-amount"),
                Money.margin(fields),
                Money.currency(fields),
                fields.requiredWord("kind", NewPurchase.Kind.class),
                refersTo);
    }

    @Override
    public List<Stored> store(List<NewPurchase> items) {
        return purchases.store(items);
    }

    @Override
    public String timeField() {
        return "at";
    }
}
