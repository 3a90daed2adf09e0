package nl.baton.customer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.Texts;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How good what is known of one customer is, for those who may see contact details in full. */
@Service
@PreAuthorize(CustomerProfiles.OPENS)
public class CustomerQuality {

    private final FieldReading reading;
    private final CustomerProfiles profiles;
    private final Texts texts;
    private final BatonProperties properties;

    CustomerQuality(FieldReading reading, CustomerProfiles profiles, Texts texts, BatonProperties properties) {
        this.reading = reading;
        this.profiles = profiles;
        this.texts = texts;
        this.properties = properties;
    }

    /**
     * Something that is not to be relied on.
     *
     * @param missing whether there is nothing, rather than something doubtful
     */
    public record Doubt(CustomerField field, boolean missing, String sentence) {}

    /** Every field, in one order; none when the asker may not see contact details. */
    @Transactional(readOnly = true)
    public List<CustomerField> fields(long customer) {
        return profiles.seesContact(customer)
                ? reading.read(List.of(customer)).getOrDefault(customer, List.of())
                : List.of();
    }

    /** What is in doubt, in a sentence each: what cannot be right first, what is missing last. */
    @Transactional(readOnly = true)
    public List<Doubt> doubts(long customer, Locale locale) {
        return fields(customer).stream()
                .flatMap(field -> doubt(field, locale).stream())
                .sorted((a, b) -> Integer.compare(rank(a.field()), rank(b.field())))
                .toList();
    }

    private static int rank(CustomerField field) {
        return switch (field.state()) {
            case CONTRADICTED -> 0;
            case WRONG -> 1;
            case FINE -> 2;
            case EMPTY -> 3;
        };
    }

    private Optional<Doubt> doubt(CustomerField field, Locale locale) {
        String name = name(field.code(), locale);
        String value = field.value() == null ? "" : field.value();
        return switch (field.state()) {
            case EMPTY -> Optional.of(new Doubt(field, true, text(locale, "empty", name)));
            case WRONG -> Optional.of(new Doubt(field, false, text(locale, "wrong", name, value)));
            case CONTRADICTED -> Optional.of(new Doubt(field, false, text(locale, "contradicted", name, value)));
            case FINE ->
                field.timely()
                        ? Optional.empty()
                        : Optional.of(new Doubt(field, false, text(locale, "old", name, value, since(field, locale))));
        };
    }

    private String text(Locale locale, String doubt, Object... arguments) {
        return texts.text(locale, "customer.doubt." + doubt, arguments);
    }

    private String since(CustomerField field, Locale locale) {
        Instant confirmed = field.verifiedAt() == null ? field.statedAt() : field.verifiedAt();
        return confirmed == null ? "" : Formats.of(locale).longDate(Days.dayOf(confirmed, properties.zone()));
    }

    /** What a field is called. */
    public String name(String code, Locale locale) {
        return code.startsWith(CustomerField.ATTRIBUTE)
                ? code.substring(CustomerField.ATTRIBUTE.length())
                : texts.text(locale, "customer.field." + code);
    }
}
