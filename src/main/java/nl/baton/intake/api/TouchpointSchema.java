package nl.baton.intake.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Map;
import nl.baton.customer.Identity;
import nl.baton.journey.Direction;
import nl.baton.journey.Fact;
import nl.baton.journey.HandledBy;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Purpose;
import nl.baton.journey.Receipt;
import nl.baton.journey.Settlement;
import nl.baton.journey.Visibility;

/** What a touchpoint looks like when it is sent; for the description only, {@link TouchpointKind} reads it. */
@Schema(
        name = "Touchpoint",
        requiredProperties = {"source", "externalId", "at"})
record TouchpointSchema(
        @Schema(maxLength = 80, example = "crm") String source,

        @Schema(maxLength = 200, example = "call-4711", description = "its identity within the source")
        String externalId,

        @Schema(description = "when it began, with an offset; from 1970 to now, give or take 5 minutes")
        OffsetDateTime at,

        @Schema(description = "never before at") OffsetDateTime endedAt,
        Journey journey,
        @Schema(description = "at most 20") Customer[] customer,

        @Schema(maxLength = 120, description = "code or name; one that is new is taken, unconfirmed")
        String department,

        @Schema(maxLength = 120) String team,
        @Schema(maxLength = 120) String agent,
        Direction direction,
        @Schema(maxLength = 40, example = "phone") String channel,
        HandledBy handledBy,
        Boolean answered,
        Purpose purpose,
        @Schema(maxLength = 200) String activity,
        @Schema(maxLength = 120) String topic,
        @Schema(maxLength = 4000) String text,
        Visibility visibility,
        @Schema(maxLength = 20, example = "nl") String language,
        Outcome outcome,
        @Schema(description = "who decided the outcome") Party by,
        @Schema(description = "an explicit pass") Unit handedTo,
        @Schema(description = "at most 100") AskedOrTold[] facts,
        @Schema(description = "at most 100") Promise[] promises,
        @Schema(description = "at most 100") Settled[] settles,
        Answered receipt) {

    @Schema(name = "TouchpointJourney", description = "without a case it is a contact, whose journey Baton finds")
    record Journey(
            @Schema(maxLength = 80, example = "order", description = "needed with a case")
            String type,

            @Schema(name = "case", maxLength = 200) String caseNumber,

            @Schema(description = "other cases of the same journey, at most 100")
            Link[] links,

            @Schema(
                    description =
                            "what is known of the journey as a whole, by name: texts, numbers, true or false. At most"
                                    + " 50, names of at most 80 and values of at most 200 characters. Of each, what the journey's"
                                    + " last touchpoint says that speaks of it")
            Map<String, Object> attributes) {}

    @Schema(
            name = "CaseLink",
            requiredProperties = {"source", "case"})
    record Link(
            @Schema(maxLength = 80) String source,
            @Schema(name = "case", maxLength = 200) String caseNumber) {}

    @Schema(
            name = "CustomerIdentity",
            requiredProperties = {"kind", "value"})
    record Customer(
            Identity.Kind kind,
            @Schema(maxLength = 200) String value,
            @Schema(maxLength = 80) String system,
            OffsetDateTime verifiedAt) {}

    @Schema(name = "HandedTo", requiredProperties = "department")
    record Unit(
            @Schema(maxLength = 120) String department,
            @Schema(maxLength = 120) String team) {}

    @Schema(
            name = "Fact",
            requiredProperties = {"key", "act"})
    record AskedOrTold(
            @Schema(maxLength = 120) String key,
            Fact.Act act,
            @Schema(maxLength = 1000) String value) {}

    @Schema(
            name = "Promise",
            requiredProperties = {"id", "text", "due", "chosenByCustomer"})
    record Promise(
            @Schema(maxLength = 200) String id,
            @Schema(maxLength = 1000) String text,

            @Schema(description = "an appointment begins here")
            OffsetDateTime from,

            @Schema(
                    description =
                            "a moment with an offset, or a date, which is that day's end in the company's time zone")
            String due,

            boolean chosenByCustomer) {}

    @Schema(
            name = "Settlement",
            requiredProperties = {"promise", "state"})
    record Settled(@Schema(maxLength = 200) String promise, Settlement.State state) {}

    @Schema(
            name = "Receipt",
            requiredProperties = {"pass", "state"})
    record Answered(
            @Schema(maxLength = 200, description = "external id of the passing touchpoint")
            String pass,

            Receipt.State state,
            @Schema(maxLength = 1000) String reason) {}
}
