package nl.baton.customer.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.IndexedCustomer.Identifier;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.programmatic.TypeMappingStep;
import tools.jackson.databind.json.JsonMapper;

/** A customer as it stands in the index: each field's words, how to sort, and what to show. */
final class CustomerDocument {

    static final String PARTICLES = "particles";
    static final String WHOLE_NAME = "wholeName";
    static final String EMAIL_BEGINNINGS = "emailBeginnings";
    static final String SORT_NAME = "sortName";
    static final String CARD = "card";

    private final long id;
    private final Collection<String> name;
    private final Collection<String> particles;
    private final String wholeName;
    private final String sortName;
    private final Collection<String> number;
    private final Collection<String> loyalty;
    private final Collection<String> email;
    private final Collection<String> emailBeginnings;
    private final Collection<String> phone;
    private final Collection<String> address;
    private final Collection<String> city;
    private final Collection<String> caseNumber;
    private final String card;

    private CustomerDocument(IndexedCustomer customer, Map<Field, Set<String>> words, Name name, JsonMapper json) {
        id = customer.id();
        this.name = words(words, Field.NAME);
        particles = name.particles();
        wholeName = name.whole();
        sortName = customer.name() == null
                ? "\uffff" + customer.number()
                : Folded.of(customer.name()).text();
        number = words(words, Field.NUMBER);
        loyalty = words(words, Field.LOYALTY);
        email = words(words, Field.EMAIL);
        emailBeginnings = Keys.beginnings(email);
        phone = words(words, Field.PHONE);
        address = words(words, Field.ADDRESS);
        city = words(words, Field.CITY);
        caseNumber = words(words, Field.CASE);
        card = json.writeValueAsString(customer);
    }

    private static Collection<String> words(Map<Field, Set<String>> words, Field field) {
        return words.getOrDefault(field, Set.of());
    }

    static CustomerDocument of(IndexedCustomer customer, JsonMapper json) {
        Map<Field, Set<String>> words = new EnumMap<>(Field.class);
        Name name = Name.of(customer.name() == null ? "" : customer.name());
        words.put(Field.NAME, name.terms());
        words.put(
                Field.CITY,
                Name.of(customer.city() == null ? "" : customer.city()).terms());
        if (!customer.address().isEmpty()) {
            words.put(Field.ADDRESS, Set.of(Keys.code(customer.address()).text()));
        }
        for (Identifier identifier : customer.identifiers()) {
            words.computeIfAbsent(identifier.field(), field -> new LinkedHashSet<>())
                    .addAll(keys(identifier));
        }
        return new CustomerDocument(customer, words, name, json);
    }

    static Set<String> keys(Identifier identifier) {
        return switch (identifier.field()) {
            case EMAIL -> Keys.ofEmail(identifier.value());
            case PHONE -> Keys.ofPhone(identifier.value());
            default -> Keys.ofCode(identifier.value());
        };
    }

    /** The name of the field in the index. */
    static String path(Field field) {
        return switch (field) {
            case NAME -> "name";
            case NUMBER -> "number";
            case LOYALTY -> "loyalty";
            case EMAIL -> "email";
            case PHONE -> "phone";
            case ADDRESS -> "address";
            case CITY -> "city";
            case CASE -> "caseNumber";
        };
    }

    static void map(TypeMappingStep type) {
        type.searchEntity().name("customer");
        type.indexed().index("customer");
        type.property("id").documentId();
        var words = new TreeSet<String>(Set.of(PARTICLES, WHOLE_NAME, EMAIL_BEGINNINGS));
        for (Field field : Field.values()) {
            words.add(path(field));
        }
        words.forEach(word -> type.property(word).keywordField());
        type.property(SORT_NAME).keywordField().sortable(Sortable.YES).searchable(Searchable.NO);
        type.property(CARD).keywordField().projectable(Projectable.YES).searchable(Searchable.NO);
    }
}
