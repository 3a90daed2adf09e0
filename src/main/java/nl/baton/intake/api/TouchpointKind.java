package nl.baton.intake.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.baton.base.Stored;
import nl.baton.customer.Identity;
import nl.baton.intake.item.Fields;
import nl.baton.intake.item.ItemKind;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.Fact;
import nl.baton.journey.HandledBy;
import nl.baton.journey.JourneyAttributes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.NewTouchpoint.CaseLink;
import nl.baton.journey.NewTouchpoint.HandedTo;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Promised;
import nl.baton.journey.Purpose;
import nl.baton.journey.Receipt;
import nl.baton.journey.Settlement;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.journey.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Touchpoints. Lengths are those of the columns; every list has an end. */
@Component
class TouchpointKind implements ItemKind<NewTouchpoint> {

    private static final int SOURCE = 80;
    private static final int ID = 200;
    private static final int NAME = 120;
    private static final int TEXT = 4_000;
    private static final int SENTENCE = 1_000;
    private static final int MOST = 100;
    private static final int MOST_IDENTITIES = 20;

    private final Touchpoints touchpoints;

    TouchpointKind(Touchpoints touchpoints) {
        this.touchpoints = touchpoints;
    }

    /** The journey as a touchpoint names it; without a case number it is a contact's, which Baton finds itself. */
    private record Named(
            @Nullable String type, @Nullable String caseNumber, List<CaseLink> links, Map<String, String> attributes) {}

    @Override
    public NewTouchpoint read(Fields fields, long position) {
        String source = fields.requiredText("source", SOURCE);
        String externalId = fields.requiredText("externalId", ID);
        Instant at = fields.requiredPast("at");
        Instant endedAt = fields.past("endedAt");
        if (endedAt != null && endedAt.isBefore(at)) {
            fields.reject("endedAt", "intake.item.ends-before");
        }
        Named journey = fields.object("journey", TouchpointKind::journey);
        NewTouchpoint.Builder touchpoint = journey != null && journey.type != null && journey.caseNumber != null
                ? NewTouchpoint.of(source, externalId, new CaseKey(journey.type, source, journey.caseNumber), at)
                : NewTouchpoint.contact(source, externalId, at).journeyType(journey == null ? null : journey.type);
        return touchpoint
                .position(position)
                .links(journey == null ? List.of() : journey.links)
                .attributes(journey == null ? Map.of() : journey.attributes)
                .endedAt(endedAt)
                .customer(fields.list("customer", MOST_IDENTITIES, TouchpointKind::identity))
                .department(fields.text("department", NAME))
                .team(fields.text("team", NAME))
                .agent(fields.text("agent", NAME))
                .direction(fields.word("direction", Direction.class))
                .channel(fields.text("channel", 40))
                .handledBy(fields.word("handledBy", HandledBy.class))
                .answered(fields.flag("answered"))
                .purpose(fields.word("purpose", Purpose.class))
                .activity(fields.text("activity", 200))
                .topic(fields.text("topic", NAME))
                .text(fields.text("text", TEXT))
                .visibility(fields.word("visibility", Visibility.class))
                .language(fields.text("language", 20))
                .outcome(fields.word("outcome", Outcome.class))
                .by(fields.word("by", Party.class))
                .handedTo(fields.object("handedTo", TouchpointKind::handedTo))
                .facts(fields.list("facts", MOST, TouchpointKind::fact))
                .promises(fields.list("promises", MOST, TouchpointKind::promise))
                .settles(fields.list("settles", MOST, TouchpointKind::settlement))
                .receipt(fields.object("receipt", TouchpointKind::receipt))
                .build();
    }

    private static Named journey(Fields fields) {
        boolean hasCase = fields.has("case");
        return new Named(
                hasCase ? fields.requiredText("type", 80) : fields.text("type", 80),
                fields.text("case", ID),
                fields.list(
                        "links",
                        MOST,
                        link -> new CaseLink(link.requiredText("source", SOURCE), link.requiredText("case", ID))),
                fields.scalars(
                        "attributes",
                        JourneyAttributes.MOST,
                        JourneyAttributes.LONGEST_NAME,
                        JourneyAttributes.LONGEST_VALUE));
    }

    /** It only finds the customer here; when it was verified is for the customer's own item to say. */
    private static Identity identity(Fields fields) {
        fields.past("verifiedAt");
        return new Identity(
                fields.requiredWord("kind", Identity.Kind.class),
                fields.requiredText("value", ID),
                fields.text("system", SOURCE));
    }

    private static HandedTo handedTo(Fields fields) {
        return new HandedTo(fields.requiredText("department", NAME), fields.text("team", NAME));
    }

    private static Fact fact(Fields fields) {
        return new Fact(
                fields.requiredText("key", NAME),
                fields.requiredWord("act", Fact.Act.class),
                fields.text("value", SENTENCE));
    }

    private static Promised promise(Fields fields) {
        String id = fields.requiredText("id", ID);
        String text = fields.requiredText("text", SENTENCE);
        Instant from = fields.moment("from");
        Instant due = fields.requiredDue("due");
        if (from != null && due.isBefore(from) && fields.sound()) {
            fields.reject("due", "intake.item.due-before");
        }
        return new Promised(id, text, from, due, fields.requiredFlag("chosenByCustomer"));
    }

    private static Settlement settlement(Fields fields) {
        return new Settlement(fields.requiredText("promise", ID), fields.requiredWord("state", Settlement.State.class));
    }

    private static Receipt receipt(Fields fields) {
        return new Receipt(
                fields.requiredText("pass", ID),
                fields.requiredWord("state", Receipt.State.class),
                fields.text("reason", SENTENCE));
    }

    @Override
    public List<Stored> store(List<NewTouchpoint> items) {
        return touchpoints.append(items, Via.API).items();
    }

    @Override
    public String timeField() {
        return "at";
    }
}
