package nl.baton.intake.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.intake.item.Fields;
import nl.baton.value.Amount;
import org.jspecify.annotations.Nullable;

/** Reads amounts and currencies. */
final class Money {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Money() {}

    /** @param reason why it cannot be negative */
    static BigDecimal amount(Fields fields, String name, String reason) {
        BigDecimal amount = fields.requiredNumber(name, Amount.DIGITS, Amount.DECIMALS);
        if (amount.signum() < 0) {
            fields.reject(name, reason);
        }
        return amount;
    }

    static BigDecimal requiredMargin(Fields fields) {
        return fields.requiredNumber("margin", Amount.DIGITS, Amount.DECIMALS);
    }

    static @Nullable BigDecimal margin(Fields fields) {
        return fields.number("margin", Amount.DIGITS, Amount.DECIMALS);
    }

    static String currency(Fields fields) {
        String currency = fields.requiredText("currency", 3);
        if (!currency.isEmpty() && !CURRENCIES.contains(currency)) {
            fields.reject("currency", "intake.item.no-currency");
        }
        return currency;
    }
}
