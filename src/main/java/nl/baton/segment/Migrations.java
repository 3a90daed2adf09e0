package nl.baton.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.baton.security.CurrentUserProvider;
import nl.baton.segment.Migration.Flow;
import nl.baton.segment.Migration.Group;
import nl.baton.segment.Migration.Kind;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How many customers went from where to where between two days that were taken down. */
@Service
@PreAuthorize("hasAnyRole('MARKETER', 'EXECUTIVE')")
public class Migrations {

    private final SegmentTable segments;
    private final MembershipTable memberships;
    private final CurrentUserProvider users;

    Migrations(SegmentTable segments, MembershipTable memberships, CurrentUserProvider users) {
        this.segments = segments;
        this.memberships = memberships;
        this.users = users;
    }

    /** Days of which it is known who belonged to what, the last first. */
    @Transactional(readOnly = true)
    public List<LocalDate> days() {
        return memberships.days();
    }

    /** Empty when one of the days is not known. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Migration> between(Kind kind, LocalDate from, LocalDate to) {
        if (memberships.run(from).isEmpty() || memberships.run(to).isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> names = names(kind);
        CustomerSet known = known(from, to);
        Map<String, CustomerSet> before = sets(kind, from, names, known);
        Map<String, CustomerSet> after = sets(kind, to, names, known);
        List<Group> groups = before.keySet().stream()
                .map(code -> new Group(
                        code,
                        names.getOrDefault(code, ""),
                        before.getOrDefault(code, CustomerSet.NONE).size(),
                        after.getOrDefault(code, CustomerSet.NONE).size()))
                .toList();
        List<Flow> flows = new ArrayList<>();
        before.forEach((code, was) -> after.forEach((other, is) -> {
            long customers = was.common(is);
            if (customers > 0) {
                flows.add(new Flow(code, other, customers));
            }
        }));
        return Optional.of(new Migration(from, to, groups, flows, kind == Kind.SEGMENT));
    }

    /** Who went from one group to another. */
    CustomerSet between(Kind kind, Migration.Flow flow, LocalDate from, LocalDate to) {
        Map<String, String> names = names(kind);
        CustomerSet known = known(from, to);
        CustomerSet was = sets(kind, from, names, known).getOrDefault(flow.from(), CustomerSet.NONE);
        return was.and(sets(kind, to, names, known).getOrDefault(flow.to(), CustomerSet.NONE));
    }

    /** Codes in their order, with names for those that people gave one. */
    private Map<String, String> names(Kind kind) {
        Map<String, String> names = new LinkedHashMap<>();
        if (kind == Kind.SEGMENT) {
            segments.seenBy(users.get().id())
                    .forEach(segment -> names.put(MembershipTable.ofSegment(segment.id()), segment.name()));
        } else {
            MembershipSteps.standing().keySet().stream()
                    .filter(code -> code.startsWith(kind + ":"))
                    .forEach(code -> names.put(code, ""));
        }
        return names;
    }

    private Map<String, CustomerSet> sets(Kind kind, LocalDate day, Map<String, String> names, CustomerSet known) {
        Map<String, CustomerSet> taken = memberships.all(kind + ":", day);
        Map<String, CustomerSet> sets = new LinkedHashMap<>();
        names.keySet().forEach(code -> sets.put(code, taken.getOrDefault(code, CustomerSet.NONE)));
        sets.put(Migration.NONE, known.minus(CustomerSet.union(List.copyOf(sets.values()))));
        return sets;
    }

    /** On either day: who came in between was in no group before. */
    private CustomerSet known(LocalDate from, LocalDate to) {
        return CustomerSet.union(Stream.of(from, to)
                .flatMap(day -> memberships.read(MoveReasons.EVERYONE, day).stream())
                .map(MembershipTable.Stored::members)
                .toList());
    }
}
