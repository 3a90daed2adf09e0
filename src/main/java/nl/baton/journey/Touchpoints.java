package nl.baton.journey;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.base.Ids;
import nl.baton.base.Stored;
import nl.baton.customer.Customers;
import nl.baton.customer.Customers.Key;
import nl.baton.customer.Identity;
import nl.baton.department.Departments;
import nl.baton.department.Departments.Unit;
import nl.baton.department.Departments.UnitName;
import nl.baton.department.Departments.Units;
import nl.baton.journey.JourneyCases.Cases;
import nl.baton.journey.Touchpoint.Details;
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
    private final PromiseTable promises;
    private final OutcomeSources outcomeSources;
    private final ChangedCases changedCases;
    private final Customers customers;
    private final Departments departments;
    private final Ids ids;
    private final Clock clock;

    Touchpoints(
            TouchpointTable table,
            JourneyCases journeyCases,
            PromiseTable promises,
            OutcomeSources outcomeSources,
            ChangedCases changedCases,
            Customers customers,
            Departments departments,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.journeyCases = journeyCases;
        this.promises = promises;
        this.outcomeSources = outcomeSources;
        this.changedCases = changedCases;
        this.customers = customers;
        this.departments = departments;
        this.ids = ids;
        this.clock = clock;
    }

    /** What identifies a touchpoint. */
    private record Name(String source, String externalId) {

        static Name of(NewTouchpoint touchpoint) {
            return new Name(touchpoint.source(), touchpoint.externalId());
        }

        static Name of(Touchpoint touchpoint) {
            return new Name(touchpoint.source(), touchpoint.externalId());
        }
    }

    /** Stores a batch in the caller's transaction, and marks the journeys it touches for their handoffs to be computed. */
    @Transactional
    public Appended append(List<NewTouchpoint> batch, Via via) {
        if (batch.isEmpty()) {
            return new Appended(List.of());
        }
        Units units = departments.resolve(unitNames(batch));
        People people = people(batch);
        Cases cases = journeyCases.resolve(batch);
        Map<Name, Touchpoint> stored = new LinkedHashMap<>();
        table.find(batch).forEach(touchpoint -> stored.put(Name.of(touchpoint), touchpoint));

        Map<Name, Touchpoint> added = new LinkedHashMap<>();
        Map<Name, Touchpoint> changed = new LinkedHashMap<>();
        List<Touchpoint> former = new ArrayList<>();
        Set<Long> touched = new HashSet<>();
        Set<Long> contacts = new HashSet<>();
        var items = new ArrayList<Stored>(batch.size());
        long nextId = ids.reserve("touchpoint", batch.size());
        for (NewTouchpoint incoming : batch) {
            Name identity = Name.of(incoming);
            Touchpoint before = added.containsKey(identity)
                    ? added.get(identity)
                    : changed.getOrDefault(identity, stored.get(identity));
            Touchpoint now = before == null
                    ? touchpoint(incoming, nextId++, incoming.position(), cases, people, units)
                    : touchpoint(incoming, before.id(), before.position(), cases, people, units);
            if (before == null) {
                added.put(identity, now);
                items.add(Stored.ACCEPTED);
            } else if (before.equals(now)) {
                items.add(Stored.KNOWN);
                continue;
            } else {
                items.add(Stored.REPLACED);
                former.add(before);
                touched.add(before.caseId());
                (added.containsKey(identity) ? added : changed).put(identity, now);
            }
            touched.add(now.caseId());
            if (incoming.journey() == null) {
                contacts.add(now.caseId());
            }
        }
        Instant arrived = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.insert(List.copyOf(added.values()), arrived, via);
        table.replace(former, List.copyOf(changed.values()), arrived);
        journeyCases.describe(List.copyOf(added.values()), List.copyOf(changed.values()), former, contacts);
        var now = new ArrayList<>(added.values());
        now.addAll(changed.values());
        touched.addAll(promises.follow(former, now));
        outcomeSources.note(now);
        changedCases.add(touched);
        return new Appended(items);
    }

    /** Takes a touchpoint away as if it had never been, in the caller's transaction; whether there was one. */
    @Transactional
    public boolean remove(String source, String externalId) {
        Optional<Touchpoint> gone = table.find(source, externalId);
        gone.ifPresent(touchpoint -> {
            table.delete(touchpoint.id());
            journeyCases.describe(List.of(), List.of(), List.of(touchpoint), Set.of());
            Set<Long> touched = new HashSet<>(promises.follow(List.of(touchpoint), List.of()));
            touched.add(touchpoint.caseId());
            changedCases.add(touched);
        });
        return gone.isPresent();
    }

    /** Whom a batch names. */
    private record People(Map<Key, Long> byKey, Map<Identity, Long> byIdentity) {

        /** By a source's own number if it gives one, else by the first of the other identities that somebody goes by. */
        @Nullable
        Long of(NewTouchpoint touchpoint) {
            if (touchpoint.customer().isEmpty()) {
                return null;
            }
            return touchpoint.customer().stream()
                    .map(byIdentity::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> byKey.get(key(touchpoint)));
        }

        private static Optional<Identity> number(NewTouchpoint touchpoint) {
            return touchpoint.customer().stream()
                    .filter(identity -> identity.kind() == Identity.Kind.SOURCE)
                    .findFirst();
        }

        private static Key key(NewTouchpoint touchpoint) {
            Identity identity = number(touchpoint).orElse(touchpoint.customer().getFirst());
            String system = identity.system();
            return new Key(system == null ? touchpoint.source() : system, identity.value(), identity.kind());
        }
    }

    private People people(List<NewTouchpoint> batch) {
        List<NewTouchpoint> named = batch.stream()
                .filter(touchpoint -> !touchpoint.customer().isEmpty())
                .toList();
        Set<Identity> others = named.stream()
                .filter(touchpoint -> People.number(touchpoint).isEmpty())
                .flatMap(touchpoint -> touchpoint.customer().stream())
                .collect(Collectors.toSet());
        var people = new People(new HashMap<>(), new HashMap<>());
        if (!others.isEmpty()) {
            customers.find(others).forEach(match -> people.byIdentity.put(match.identity(), match.customer()));
        }
        List<Key> keys = named.stream()
                .filter(touchpoint -> touchpoint.customer().stream().noneMatch(people.byIdentity::containsKey))
                .map(People::key)
                .distinct()
                .toList();
        if (!keys.isEmpty()) {
            customers.resolve(keys, false).forEach(known -> people.byKey.put(known.key(), known.id()));
        }
        return people;
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

    private static Touchpoint touchpoint(
            NewTouchpoint incoming, long id, long position, Cases cases, People people, Units units) {
        Unit unit =
                incoming.department() == null ? null : units.get(UnitName.of(incoming.department(), incoming.team()));
        NewTouchpoint.HandedTo to = incoming.handedTo();
        Unit receiver = to == null ? null : units.get(UnitName.of(to.department(), to.team()));
        return new Touchpoint(
                id,
                cases.caseId(incoming),
                incoming.source(),
                incoming.externalId(),
                position,
                incoming.at().truncatedTo(ChronoUnit.MICROS),
                micros(incoming.endedAt()),
                people.of(incoming),
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
                receiver == null || to == null || to.team() == null ? null : receiver.teamId(),
                details(incoming));
    }

    private static Details details(NewTouchpoint incoming) {
        var details = new Details(
                incoming.links(),
                incoming.facts(),
                incoming.promises(),
                incoming.settles(),
                incoming.receipt(),
                incoming.attributes());
        return details.equals(Details.NONE) ? Details.NONE : details;
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
