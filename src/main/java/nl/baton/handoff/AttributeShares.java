package nl.baton.handoff;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.handoff.AttributePicture.Step;
import nl.baton.handoff.AttributeQuery.Row;
import nl.baton.handoff.AttributeQuery.YesOrNo;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.Journeys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How what is known of journeys as a whole goes with how often they were handed over, such as whether they were in time.
 * It is of the whole company, so that it is for those who see all lanes.
 */
@Service
@PreAuthorize(HandoffAccess.SEES_ALL_LANES)
public class AttributeShares {

    private final AttributeQuery query;
    private final JourneyTypes types;
    private final Journeys journeys;
    private final CustomerProfiles customers;
    private final HandoffAccess access;

    AttributeShares(
            AttributeQuery query,
            JourneyTypes types,
            Journeys journeys,
            CustomerProfiles customers,
            HandoffAccess access) {
        this.query = query;
        this.types = types;
        this.journeys = journeys;
        this.customers = customers;
        this.access = access;
    }

    /** A journey type with its attributes that are a yes or a no, by name. */
    public record TypeAttributes(JourneyType type, List<String> attributes) {}

    /** The journey types that have such attributes. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<TypeAttributes> choices() {
        List<YesOrNo> all = query.yesOrNo();
        return types.all().stream()
                .map(type -> new TypeAttributes(type, AttributeQuery.of(type.id(), all)))
                .filter(choice -> !choice.attributes().isEmpty())
                .toList();
    }

    /** The picture of one attribute; empty when it is not a yes or a no for all journeys of the type that have it. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<AttributePicture> picture(long type, String attribute) {
        return query.yesOrNo().contains(new YesOrNo(type, attribute))
                ? Optional.of(query.picture(type, attribute))
                : Optional.empty();
    }

    /** Whether the asker may see the journeys behind the shares: all that they count, or none. */
    @PreAuthorize(HandoffAccess.SEES_EVIDENCE)
    public boolean covers() {
        return access.departmentOfEvidence() == null;
    }

    /**
     * The very journeys that a step counts.
     *
     * @param answer null for all of them
     */
    @PreAuthorize(HandoffAccess.SEES_EVIDENCE)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<AttributedJourney> journeys(
            long type, String attribute, HandoffBand band, @Nullable Boolean answer, int offset, int limit) {
        if (!covers()) {
            return Page.empty();
        }
        Step step = query.picture(type, attribute).steps().get(band.ordinal());
        long total = answer == null ? step.journeys() : step.with(answer);
        return new Page<>(total, described(query.journeys(type, attribute, band, answer, offset, limit)));
    }

    private List<AttributedJourney> described(List<Row> rows) {
        Map<Long, JourneySummary> found = journeys
                .byIds(rows.stream().map(Row::journeyId).toList())
                .stream()
                .collect(Collectors.toMap(JourneySummary::id, Function.identity()));
        Map<Long, CustomerCard> cards =
                customers
                        .cards(found.values().stream()
                                .map(JourneySummary::customerId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerCard::id, Function.identity()));
        return rows.stream()
                .map(row -> {
                    JourneySummary journey = Objects.requireNonNull(found.get(row.journeyId()));
                    CustomerCard customer = Objects.requireNonNull(cards.get(journey.customerId()));
                    return new AttributedJourney(EvidenceAssembly.masked(journey, customer), customer, row.answer());
                })
                .toList();
    }
}
