package nl.baton.intake.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Preference;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.value.NewPurchase;

/** What items look like when they are sent; for the description only, their kinds read them. */
final class ItemSchemas {

    private static final String DUE = "a moment with an offset, or a date, which is that day's end";

    private ItemSchemas() {}

    @Schema(
            name = "Customer",
            requiredProperties = {"source", "externalId", "kind", "name"})
    record CustomerSchema(
            @Schema(maxLength = 80, example = "crm") String source,
            @Schema(maxLength = 200) String externalId,
            NewCustomer.Kind kind,
            @Schema(maxLength = 200) String name,
            LocalDate birthDate,
            @Schema(description = "all of it optional") AddressSchema address,

            @Schema(description = "beside the external id, at most 100")
            IdentitySchema[] identities,

            @Schema(description = "by their key; at most 200")
            Map<String, AttributeSchema> attributes,

            @Schema(description = "at most 100") PreferenceSchema[] preferences,
            @Schema(description = "at most 100") ConsentSchema[] consents,
            @Schema(maxLength = 80) String lifeStage,
            @Schema(maxLength = 80) String lifestyle,
            ReachSchema reach,
            @Schema(description = "at most 100") ReferralSchema[] referredBy,

            @Schema(maxLength = 200, description = "external id of a company")
            String worksFor) {}

    @Schema(name = "Address")
    record AddressSchema(
            @Schema(maxLength = 200) String street,
            @Schema(maxLength = 20) String houseNumber,
            @Schema(maxLength = 20) String postcode,
            @Schema(maxLength = 100) String city,

            @Schema(description = "ISO 3166", example = "NL")
            String country) {}

    @Schema(
            name = "Identity",
            requiredProperties = {"kind", "value"})
    record IdentitySchema(
            Identity.Kind kind,
            @Schema(maxLength = 200) String value,

            @Schema(maxLength = 80, description = "whose number a SOURCE identity is")
            String system,

            OffsetDateTime verifiedAt) {}

    @Schema(
            name = "Attribute",
            requiredProperties = {"value", "source", "at"})
    record AttributeSchema(
            @Schema(maxLength = 1000) String value,
            @Schema(maxLength = 80) String source,
            OffsetDateTime at,
            OffsetDateTime verifiedAt) {}

    @Schema(
            name = "Preference",
            requiredProperties = {"kind", "value", "from", "origin"})
    record PreferenceSchema(
            Preference.Kind kind,

            @Schema(maxLength = 200, description = "hours as Mo-Fr 18:00-21:00; Sa 10:00-12:00")
            String value,

            OffsetDateTime from,
            @Schema(description = DUE) String until,
            Preference.Origin origin) {}

    @Schema(
            name = "Consent",
            requiredProperties = {"purpose", "granted", "at", "source"})
    record ConsentSchema(
            @Schema(maxLength = 80) String purpose,
            boolean granted,
            OffsetDateTime at,
            @Schema(maxLength = 80) String source,
            @Schema(description = DUE) String expiresAt) {}

    @Schema(
            name = "Reach",
            requiredProperties = {"people", "at"})
    record ReachSchema(@Schema(minimum = "0") int people, OffsetDateTime at) {}

    @Schema(
            name = "Referral",
            requiredProperties = {"customer", "share", "at"})
    record ReferralSchema(
            @Schema(maxLength = 200) String customer,

            @Schema(description = "above 0; counts in relation to the others' shares")
            BigDecimal share,

            OffsetDateTime at) {}

    @Schema(
            name = "Purchase",
            requiredProperties = {"source", "externalId", "customer", "at", "amount", "currency", "kind"})
    record PurchaseSchema(
            @Schema(maxLength = 80) String source,
            @Schema(maxLength = 200) String externalId,
            @Schema(maxLength = 200) String customer,
            OffsetDateTime at,

            @Schema(minimum = "0", description = "at most 4 decimals")
            BigDecimal amount,

            @Schema(description = "negative for a loss") BigDecimal margin,

            @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            NewPurchase.Kind kind,

            @Schema(maxLength = 200, description = "the sale that is returned")
            String refersTo) {}

    @Schema(
            name = "Contract",
            requiredProperties = {"source", "externalId", "customer", "monthly", "margin", "currency", "start"})
    record ContractSchema(
            @Schema(maxLength = 80) String source,
            @Schema(maxLength = 200) String externalId,
            @Schema(maxLength = 200) String customer,

            @Schema(minimum = "0", description = "at most 4 decimals")
            BigDecimal monthly,

            @Schema(description = "of one month") BigDecimal margin,

            @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            LocalDate start,
            LocalDate end,
            @Schema(maxLength = 200) String endReason) {}

    @Schema(
            name = "Feedback",
            requiredProperties = {"source", "externalId", "kind", "receivedAt"})
    record FeedbackSchema(
            @Schema(maxLength = 80) String source,
            @Schema(maxLength = 200) String externalId,
            @Schema(maxLength = 200) String customer,
            FeedbackJourneySchema journey,
            @Schema(maxLength = 200) String handoff,
            @Schema(maxLength = 200) String request,
            FeedbackKind kind,

            @Schema(description = "NPS 0 to 10, CSAT 1 to 5, CES 1 to 7, a review 1 to 5 or none, the others none")
            Integer score,

            @Schema(maxLength = 4000) String text,
            @Schema(maxLength = 20) String language,
            @Schema(maxLength = 40) String channel,
            OffsetDateTime receivedAt,
            @Schema(defaultValue = "NEW") FeedbackStatus status,
            @Schema(maxLength = 120) String owner,
            @Schema(description = DUE) String due,
            @Schema(description = "at most 50") String[] themes,
            @Schema(maxLength = 200) String cause,
            @Schema(maxLength = 4000) String done,
            Boolean changed,
            ToldSchema told,
            @Schema(maxLength = 1000) String notToldReason,
            OffsetDateTime closedAt) {}

    @Schema(
            name = "FeedbackJourney",
            requiredProperties = {"type", "source", "case"})
    record FeedbackJourneySchema(
            @Schema(maxLength = 80) String type,
            @Schema(maxLength = 80) String source,
            @Schema(name = "case", maxLength = 200) String caseNumber) {}

    @Schema(name = "Told", requiredProperties = "at")
    record ToldSchema(
            OffsetDateTime at, @Schema(maxLength = 40) String channel) {}
}
