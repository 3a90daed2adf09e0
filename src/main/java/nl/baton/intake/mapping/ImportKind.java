package nl.baton.intake.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the rows of a file are. */
public enum ImportKind {
    TOUCHPOINT,
    CUSTOMER,
    PURCHASE,
    CONTRACT,
    FEEDBACK;

    /** What a column of such a file can mean, in the order in which people think of it. */
    public List<Field> fields() {
        return Arrays.stream(Field.values())
                .filter(field -> field.kind() == this)
                .toList();
    }

    public Optional<Field> field(String code) {
        return fields().stream().filter(field -> field.code().equals(code)).findFirst();
    }

    /** The fields without which a file of this kind says nothing. */
    public Set<Field> required() {
        return switch (this) {
            case TOUCHPOINT -> Set.of(Field.JOURNEY, Field.AT);
            case CUSTOMER -> Set.of(Field.CUSTOMER_NUMBER, Field.CUSTOMER_NAME);
            case PURCHASE ->
                Set.of(Field.PURCHASE_CUSTOMER, Field.PURCHASE_AT, Field.PURCHASE_AMOUNT, Field.PURCHASE_CURRENCY);
            case CONTRACT ->
                Set.of(
                        Field.CONTRACT_NUMBER,
                        Field.CONTRACT_CUSTOMER,
                        Field.CONTRACT_MONTHLY,
                        Field.CONTRACT_MARGIN,
                        Field.CONTRACT_CURRENCY,
                        Field.CONTRACT_START);
            case FEEDBACK -> Set.of(Field.FEEDBACK_KIND, Field.FEEDBACK_RECEIVED_AT);
        };
    }

    /** By its name in any case; empty for a word that is none. */
    public static Optional<ImportKind> of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
