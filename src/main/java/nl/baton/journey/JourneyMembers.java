package nl.baton.journey;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cases of a journey with their touchpoints in order, and what follows from them. */
record JourneyMembers(long id, List<Case> cases, List<Touchpoint> touchpoints) {

    boolean isGone() {
        return touchpoints.isEmpty();
    }

    /** The case that began it: contacts without a number give way to a case that has one. */
    Case first() {
        Map<Long, Case> byId = new HashMap<>();
        cases.forEach(member -> byId.put(member.id(), member));
        Case contact = null;
        for (Touchpoint touchpoint : touchpoints) {
            Case member = Objects.requireNonNull(byId.get(touchpoint.caseId()));
            if (!member.contact()) {
                return member;
            }
            contact = contact == null ? member : contact;
        }
        return Objects.requireNonNull(contact, "A journey without touchpoints has no first case");
    }

    /** How many of its cases have a touchpoint. */
    int liveCases() {
        return (int) touchpoints.stream().map(Touchpoint::caseId).distinct().count();
    }

    /** The customer that is named first. */
    @Nullable
    Long customer() {
        return touchpoints.stream()
                .map(Touchpoint::customerId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    boolean severalCustomers() {
        return touchpoints.stream()
                        .map(Touchpoint::customerId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /** A digest of what other journeys of the customer are judged by: its moment, first topic and inbound channel. */
    int beginning() {
        Beginning beginning = Beginning.of(id, touchpoints);
        Beginning.Inbound inbound = beginning.inbound();
        return Objects.hash(
                beginning.at(),
                beginning.topic(),
                inbound == null ? null : inbound.at(),
                inbound == null ? null : inbound.channel());
    }

    /** When it was closed, and not opened again since. */
    @Nullable
    Instant closedAt() {
        Instant closed = null;
        for (Touchpoint touchpoint : touchpoints) {
            Outcome outcome = touchpoint.outcome();
            if (outcome != null && outcome.closes()) {
                closed = touchpoint.end();
            } else if (outcome == Outcome.REOPENED) {
                closed = null;
            }
        }
        return closed;
    }
}
