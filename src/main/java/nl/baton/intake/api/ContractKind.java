package nl.baton.intake.api;

import java.time.LocalDate;
import java.util.List;
import nl.baton.base.Stored;
import nl.baton.intake.item.Fields;
import nl.baton.intake.item.ItemKind;
import nl.baton.value.Contracts;
import nl.baton.value.NewContract;
import org.springframework.stereotype.Component;

/** Contracts; they may begin and end on a day that is still to come. */
@Component
class ContractKind implements ItemKind<NewContract> {

    private static final int ID = 200;

    private final Contracts contracts;

    ContractKind(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public NewContract read(Fields fields, long position) {
        LocalDate start = fields.requiredDay("start");
        LocalDate end = fields.day("end");
        if (end != null && end.isBefore(start)) {
            fields.reject("end", "intake.item.ends-before");
        }
        return new NewContract(
                fields.requiredText("source", 80),
                fields.requiredText("externalId", ID),
                fields.requiredText("customer", ID),
                Money.amount(fields, "monthly", "intake.item.negative"),
                Money.requiredMargin(fields),
                Money.currency(fields),
                start,
                end,
                fields.text("endReason", 200));
    }

    @Override
    public List<Stored> store(List<NewContract> items) {
        return contracts.store(items);
    }
}
