package nl.baton.journey;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.base.Ids;
import nl.baton.base.Stored;
import nl.baton.department.Departments;
import nl.baton.department.Departments.Unit;
import nl.baton.department.Departments.UnitName;
import nl.baton.department.Departments.Units;
import nl.baton.journey.JourneyCases.Cases;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes touchpoints in. Appending is idempotent by (source, external id); what changed replaces what was there. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Touchpoints {

    private final TouchpointTable table;
    private final JourneyCases journeyCases;
    private final Departments departments;
    private final Ids ids;
    private final Clock clock;

    Touchpoints(TouchpointTable table, JourneyCases journeyCases, Departments departments, Ids ids, Clock clock) {
        this.table = table;
        this.journeyCases = journeyCases;
        this.departments = departments;
        this.ids = ids;
        this.clock = clock;
    }

    private record Identity(String source, String externalId) {

        static Identity of(NewTouchpoint touchpoint) {
            return new Identity(touchpoint.source(), touchpoint.externalId());
        }

        static Identity of(Touchpoint touchpoint) {
            return new Identity(touchpoint.source(), touchpoint.externalId());
        }
    }

    /** Stores a batch in the caller's transaction, and marks the journeys it touches for their handoffs to be computed. */
    @Transactional
    public Appended append(List<NewTouchpoint> batch, Via via) {
        if (batch.isEmpty()) {
            return new Appended(List.of());
        }
        Units units = departments.resolve(unitNames(batch));
        Cases cases = journeyCases.resolve(batch);
        Map<Identity, Touchpoint> stored = new LinkedHashMap<>();
        table.find(batch).forEach(touchpoint -> stored.put(Identity.of(touchpoint), touchpoint));

        Map<Identity, Touchpoint> added = new LinkedHashMap<>();
        Map<Identity, Touchpoint> changed = new LinkedHashMap<>();
        List<Touchpoint> former = new ArrayList<>();
        Set<Long> journeys = new HashSet<>();
        var items = new ArrayList<Stored>(batch.size());
        long nextId = ids.reserve("touchpoint", batch.size());
        for (NewTouchpoint incoming : batch) {
            Identity identity = Identity.of(incoming);
            Touchpoint before = added.containsKey(identity)
                    ? added.get(identity)
                    : changed.getOrDefault(identity, stored.get(identity));
            Touchpoint now = before == null
                    ? touchpoint(incoming, nextId++, incoming.position(), cases, units)
                    : touchpoint(incoming, before.id(), before.position(), cases, units);
            if (before == null) {
                added.put(identity, now);
                items.add(Stored.ACCEPTED);
            } else if (before.equals(now)) {
                items.add(Stored.KNOWN);
                continue;
            } else {
                items.add(Stored.REPLACED);
                former.add(before);
                journeys.add(before.journeyId());
                (added.containsKey(identity) ? added : changed).put(identity, now);
            }
            journeys.add(now.journeyId());
        }
        Instant arrived = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.insert(List.copyOf(added.values()), arrived, via);
        table.replace(former, List.copyOf(changed.values()), arrived);
        table.markChanged(journeys);
        return new Appended(items);
    }

    /** The touchpoints of the given journeys, in no particular order. */
    @Transactional(readOnly = true)
    public List<Touchpoint> ofJourneys(List<Long> journeys) {
        return table.ofJourneys(journeys);
    }

    private static Set<UnitName> unitNames(List<NewTouchpoint> batch) {
        Set<UnitName> names = new HashSet<>();
        for (NewTouchpoint touchpoint : batch) {
            if (touchpoint.department() != null) {
                names.add(UnitName.of(touchpoint.department(), touchpoint.team()));
            }
            NewTouchpoint.HandedTo to = touchpoint.handedTo();
            if (to != null) {
                names.add(UnitName.of(to.department(), to.team()));
            }
        }
        return names;
    }

    private static Touchpoint touchpoint(NewTouchpoint incoming, long id, long position, Cases cases, Units units) {
        Unit unit =
                incoming.department() == null ? null : units.get(UnitName.of(incoming.department(), incoming.team()));
        NewTouchpoint.HandedTo to = incoming.handedTo();
        Unit receiver = to == null ? null : units.get(UnitName.of(to.department(), to.team()));
        return new Touchpoint(
                id,
                cases.journeyId(incoming.ownCase()),
                incoming.source(),
                incoming.externalId(),
                position,
                incoming.at().truncatedTo(ChronoUnit.MICROS),
                micros(incoming.endedAt()),
                unit == null ? null : unit.departmentId(),
                unit == null ? null : unit.teamId(),
                incoming.agent(),
                incoming.direction(),
                incoming.channel(),
                incoming.handledBy(),
                incoming.answered(),
                incoming.purpose(),
                incoming.activity(),
                incoming.topic(),
                incoming.text(),
                incoming.visibility(),
                incoming.language(),
                incoming.outcome(),
                incoming.by(),
                receiver == null ? null : receiver.departmentId(),
                receiver == null || to == null || to.team() == null ? null : receiver.teamId());
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
