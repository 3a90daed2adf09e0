package nl.baton.intake;

import java.util.List;
import nl.baton.base.Item;
import nl.baton.base.Stored;
import nl.baton.customer.NewCustomer;
import nl.baton.feedback.NewFeedback;
import nl.baton.intake.item.ItemKind;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.value.NewContract;
import nl.baton.value.NewPurchase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and stores what files hold beside touchpoints, by the same rules as what systems send. */
@Component
class ImportedKinds {

    private final ItemKind<NewCustomer> customers;
    private final ItemKind<NewPurchase> purchases;
    private final ItemKind<NewContract> contracts;
    private final ItemKind<NewFeedback> feedback;

    ImportedKinds(
            ItemKind<NewCustomer> customers,
            ItemKind<NewPurchase> purchases,
            ItemKind<NewContract> contracts,
            ItemKind<NewFeedback> feedback) {
        this.customers = customers;
        this.purchases = purchases;
        this.contracts = contracts;
        this.feedback = feedback;
    }

    /** Null for touchpoints, which have a way of their own. */
    @Nullable
    ItemKind<? extends Item> of(ImportKind kind) {
        return switch (kind) {
            case TOUCHPOINT -> null;
            case CUSTOMER -> customers;
            case PURCHASE -> purchases;
            case CONTRACT -> contracts;
            case FEEDBACK -> feedback;
        };
    }

    /** Stores items that were read by this kind. */
    List<Stored> store(ImportKind kind, List<Item> items) {
        return switch (kind) {
            case TOUCHPOINT -> throw new IllegalArgumentException("Touchpoints are no items of this sort");
            case CUSTOMER -> customers.store(as(NewCustomer.class, items));
            case PURCHASE -> purchases.store(as(NewPurchase.class, items));
            case CONTRACT -> contracts.store(as(NewContract.class, items));
            case FEEDBACK -> feedback.store(as(NewFeedback.class, items));
        };
    }

    private static <T> List<T> as(Class<T> type, List<Item> items) {
        return items.stream().map(type::cast).toList();
    }
}
