package nl.baton.customer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.baton.base.Item;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a source states it. Identity is (source, externalId); sent again, it replaces what was stated before.
 *
 * @param since from when on it is a customer
 * @param identities beside the source's own number, which is the external id
 * @param attributes each key once
 * @param worksFor the external id, of the same source, of the company that this person works for
 */
public record NewCustomer(
        String source,
        String externalId,
        Kind kind,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable Address address,
        @Nullable LocalDate since,
        List<Identity> identities,
        List<Attribute> attributes,
        List<Preference> preferences,
        List<Consent> consents,
        @Nullable String lifeStage,
        @Nullable String lifestyle,
        @Nullable Reach reach,
        List<Referral> referredBy,
        @Nullable String worksFor)
        implements Item {

    public enum Kind {
        PERSON,
        COMPANY
    }

    public NewCustomer {
        identities = List.copyOf(identities);
        // they have no order of their own: the same in another order is the same
        attributes =
                attributes.stream().sorted(Comparator.comparing(Attribute::key)).toList();
        preferences = List.copyOf(preferences);
        consents = List.copyOf(consents);
        referredBy = List.copyOf(referredBy);
    }

    public static Builder of(String source, String externalId, Kind kind, String name) {
        return new Builder(source, externalId, kind, name);
    }

    /** Fills in what is known. */
    public static final class Builder {
        private final String source;
        private final String externalId;
        private final Kind kind;
        private final String name;
        private @Nullable LocalDate birthDate;
        private @Nullable Address address;
        private @Nullable LocalDate since;
        private List<Identity> identities = List.of();
        private List<Attribute> attributes = List.of();
        private List<Preference> preferences = List.of();
        private List<Consent> consents = List.of();
        private @Nullable String lifeStage;
        private @Nullable String lifestyle;
        private @Nullable Reach reach;
        private List<Referral> referredBy = List.of();
        private @Nullable String worksFor;

        private Builder(String source, String externalId, Kind kind, String name) {
            this.source = source;
            this.externalId = externalId;
            this.kind = kind;
            this.name = name;
        }

        public Builder birthDate(@Nullable LocalDate birthDate) {
            this.birthDate = birthDate;
            return this;
        }

        public Builder address(@Nullable Address address) {
            this.address = address;
            return this;
        }

        /** An address whose street has the house number in it. */
        public Builder address(String street, String postcode, String city) {
            return address(new Address(street, null, postcode, city, null));
        }

        public Builder since(@Nullable LocalDate since) {
            this.since = since;
            return this;
        }

        public Builder identities(List<Identity> identities) {
            this.identities = identities;
            return this;
        }

        public Builder attributes(List<Attribute> attributes) {
            this.attributes = attributes;
            return this;
        }

        public Builder preferences(List<Preference> preferences) {
            this.preferences = preferences;
            return this;
        }

        public Builder consents(List<Consent> consents) {
            this.consents = consents;
            return this;
        }

        public Builder lifeStage(@Nullable String lifeStage) {
            this.lifeStage = lifeStage;
            return this;
        }

        public Builder lifestyle(@Nullable String lifestyle) {
            this.lifestyle = lifestyle;
            return this;
        }

        public Builder reach(@Nullable Reach reach) {
            this.reach = reach;
            return this;
        }

        public Builder referredBy(List<Referral> referredBy) {
            this.referredBy = referredBy;
            return this;
        }

        public Builder worksFor(@Nullable String worksFor) {
            this.worksFor = worksFor;
            return this;
        }

        public NewCustomer build() {
            return new NewCustomer(
                    source,
                    externalId,
                    kind,
                    name,
                    birthDate,
                    address,
                    since,
                    identities,
                    attributes,
                    preferences,
                    consents,
                    lifeStage,
                    lifestyle,
                    reach,
                    referredBy,
                    worksFor);
        }
    }
}
