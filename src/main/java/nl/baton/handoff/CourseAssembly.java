package nl.baton.handoff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.CourseQuery.WentBy;
import nl.baton.handoff.JourneyCourse.Way;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.JourneyType.Stage;
import nl.baton.journey.Journeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of a page of journeys whose they are and how they went. */
@Component
class CourseAssembly {

    private final CourseQuery query;
    private final Journeys journeys;
    private final CustomerProfiles customers;
    private final Departments departments;

    CourseAssembly(CourseQuery query, Journeys journeys, CustomerProfiles customers, Departments departments) {
        this.query = query;
        this.journeys = journeys;
        this.customers = customers;
        this.departments = departments;
    }

    List<CourseEvidence> evidence(JourneyType type, CourseList list, int generation, List<Long> ids) {
        boolean ofLeg = list.kind() == CourseList.Kind.ENDED || list.kind() == CourseList.Kind.OVERRAN;
        Map<Long, JourneySummary> found =
                journeys.byIds(ids).stream().collect(Collectors.toMap(JourneySummary::id, Function.identity()));
        Map<Long, CustomerCard> cards =
                customers
                        .cards(found.values().stream()
                                .map(JourneySummary::customerId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerCard::id, Function.identity()));
        Map<Long, WentBy> ways = query.wentBy(generation, ids, ofLeg ? list.stage() - 1 : -1).stream()
                .collect(Collectors.toMap(WentBy::journey, Function.identity()));
        List<Stage> expected = JourneyCourse.expected(type);
        var units = new UnitNames(departments, Grain.DEPARTMENT);
        Stage asked = ofLeg && list.stage() <= expected.size() ? expected.get(list.stage() - 1) : null;
        OpeningHours clock = asked == null ? null : clock(asked);
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> {
                    JourneySummary journey = Objects.requireNonNull(found.get(id));
                    return evidence(
                            journey,
                            Objects.requireNonNull(cards.get(journey.customerId())),
                            Objects.requireNonNull(ways.get(id)),
                            expected,
                            units,
                            asked,
                            clock);
                })
                .toList();
    }

    private OpeningHours clock(Stage stage) {
        OpeningHours hours = Objects.requireNonNull(departments.hours().get(stage.department()));
        return stage.clock() == Clock.CALENDAR ? OpeningHours.always(hours.zone()) : hours;
    }

    /** Who may not know whose journey it was is not given its case number either. */
    private static CourseEvidence evidence(
            JourneySummary journey,
            CustomerCard customer,
            WentBy went,
            List<Stage> expected,
            UnitNames units,
            @Nullable Stage asked,
            @Nullable OpeningHours clock) {
        boolean planned = went.way() != Way.NO_STAGES && went.way() != Way.NO_LEG;
        int after = Math.min(went.reached(), expected.size());
        return new CourseEvidence(
                customer.number().isEmpty() ? journey.withoutCaseNumber() : journey,
                customer,
                planned ? went.way() == Way.FOLLOWED || went.way() == Way.UNDERWAY : null,
                went.way() == Way.FOLLOWED,
                after,
                after == 0 ? null : units.get(expected.get(after - 1).department()),
                went.leftFor() == 0 ? null : units.get(went.leftFor()),
                went.usedMillis() == null ? null : Duration.ofMillis(went.usedMillis()),
                asked == null ? null : asked.promised(),
                clock);
    }
}
