package nl.baton.intake.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.baton.base.Stored;
import nl.baton.customer.Address;
import nl.baton.customer.Attribute;
import nl.baton.customer.Consent;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Preference;
import nl.baton.customer.Reach;
import nl.baton.customer.Referral;
import nl.baton.department.OpeningHours;
import nl.baton.intake.item.Fields;
import nl.baton.intake.item.ItemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Customers. What an e-mail address or a phone number looks like is not asked here: a bad one is a matter of data quality,
 * and lost if it is not stored.
 */
@Component
class CustomerKind implements ItemKind<NewCustomer> {

    private static final int SOURCE = 80;
    private static final int ID = 200;
    private static final int WORD = 80;
    private static final int MOST = 100;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int SHARE_DIGITS = 8;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Customers customers;

    CustomerKind(Customers customers) {
        this.customers = customers;
    }

    @Override
    public NewCustomer read(Fields fields, long position) {
        String externalId = fields.requiredText("externalId", ID);
        List<Referral> referredBy = fields.list("referredBy", MOST, CustomerKind::referral);
        String worksFor = fields.text("worksFor", ID);
        if (externalId.equals(worksFor)) {
            fields.reject("worksFor", "intake.item.itself");
        }
        if (referredBy.stream().anyMatch(referral -> referral.customer().equals(externalId)) && fields.sound()) {
            fields.reject("referredBy", "intake.item.itself");
        }
        return NewCustomer.of(
                        fields.requiredText("source", SOURCE),
                        externalId,
                        fields.requiredWord("kind", NewCustomer.Kind.class),
                        fields.requiredText("name", 200))
                .birthDate(fields.birthday("birthDate"))
                .address(fields.object("address", CustomerKind::address))
                .identities(fields.list("identities", MOST, CustomerKind::identity))
                .attributes(attributes(fields))
                .preferences(fields.list("preferences", MOST, CustomerKind::preference))
                .consents(fields.list("consents", MOST, CustomerKind::consent))
                .lifeStage(fields.text("lifeStage", WORD))
                .lifestyle(fields.text("lifestyle", WORD))
                .reach(fields.object(
                        "reach",
                        reach -> new Reach(
                                reach.requiredWhole("people", 0, Integer.MAX_VALUE), reach.requiredPast("at"))))
                .referredBy(referredBy)
                .worksFor(worksFor)
                .build();
    }

    private static @Nullable Address address(Fields fields) {
        var address = new Address(
                fields.text("street", 200),
                fields.text("houseNumber", 20),
                fields.text("postcode", 20),
                fields.text("city", 100),
                fields.text("country", 2));
        if (address.country() != null && !COUNTRIES.contains(address.country())) {
            fields.reject("country", "intake.item.no-country");
        }
        boolean empty = Stream.of(
                        address.street(), address.houseNumber(), address.postcode(), address.city(), address.country())
                .allMatch(part -> part == null);
        return empty ? null : address;
    }

    private static Identity identity(Fields fields) {
        return new Identity(
                fields.requiredWord("kind", Identity.Kind.class),
                fields.requiredText("value", ID),
                fields.text("system", SOURCE),
                fields.past("verifiedAt"));
    }

    private static List<Attribute> attributes(Fields fields) {
        var attributes = new ArrayList<Attribute>();
        fields.named("attributes", MOST_ATTRIBUTES, WORD, CustomerKind::attribute)
                .forEach((key, attribute) -> attributes.add(new Attribute(
                        key, attribute.value(), attribute.source(), attribute.at(), attribute.verifiedAt())));
        return attributes;
    }

    /** Its key is the name under which it stands. */
    private static Attribute attribute(Fields fields) {
        return new Attribute(
                "",
                fields.requiredText("value", 1_000),
                fields.requiredText("source", SOURCE),
                fields.requiredPast("at"),
                fields.past("verifiedAt"));
    }

    private static Preference preference(Fields fields) {
        Preference.Kind kind = fields.requiredWord("kind", Preference.Kind.class);
        String value = fields.requiredText("value", 200);
        if (kind == Preference.Kind.HOURS && !value.isEmpty() && !areHours(value)) {
            fields.reject("value", "intake.item.no-hours");
        }
        Instant from = fields.requiredPast("from");
        Instant until = fields.due("until");
        if (until != null && until.isBefore(from)) {
            fields.reject("until", "intake.item.ends-before");
        }
        return new Preference(kind, value, from, until, fields.requiredWord("origin", Preference.Origin.class));
    }

    private static boolean areHours(String text) {
        try {
            OpeningHours.parse(text, ZoneOffset.UTC);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Consent consent(Fields fields) {
        String purpose = fields.requiredText("purpose", WORD);
        boolean granted = fields.requiredFlag("granted");
        Instant at = fields.requiredPast("at");
        Instant expiresAt = fields.due("expiresAt");
        if (expiresAt != null && expiresAt.isBefore(at)) {
            fields.reject("expiresAt", "intake.item.ends-before");
        }
        return new Consent(purpose, granted, at, fields.requiredText("source", SOURCE), expiresAt);
    }

    private static Referral referral(Fields fields) {
        boolean stated = fields.has("share");
        BigDecimal share = fields.requiredNumber("share", SHARE_DIGITS, Referral.DECIMALS);
        if (stated && share.signum() <= 0) {
            fields.reject("share", "intake.item.not-above-zero");
        }
        return new Referral(fields.requiredText("customer", ID), share, fields.requiredPast("at"));
    }

    @Override
    public List<Stored> store(List<NewCustomer> items) {
        return customers.store(items);
    }
}
