package nl.baton.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.handoff.Pact.Signature;
import nl.baton.handoff.Pact.State;
import nl.baton.handoff.PactRefused.Reason;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What departments agree for their lanes. A lead proposes and so signs for the own department; once the lead of the other
 * one has signed, handoffs of which the wait began since are judged by it. Versions are kept, and none is ever changed.
 */
@Service
@PreAuthorize("hasRole('LEAD')")
public class Pacts {

    private static final String READS =
            "hasAnyRole('AGENT', 'EXECUTIVE', 'LEAD') or hasAnyAuthority('SCOPE_setup:read', 'SCOPE_setup:write', 'SCOPE_handoffs:read')";

    private final PactTable table;
    private final AgreedTerms terms;
    private final PactWork work;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final Audit audit;
    private final Clock clock;
    private final ZoneId zone;

    Pacts(
            PactTable table,
            AgreedTerms terms,
            PactWork work,
            Departments departments,
            CurrentUserProvider users,
            Audit audit,
            Clock clock,
            BatonProperties properties) {
        this.table = table;
        this.terms = terms;
        this.work = work;
        this.departments = departments;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** All versions, the newest of each lane first. */
    @PreAuthorize(READS)
    @Transactional(readOnly = true)
    public List<Pact> all() {
        return table.all();
    }

    /** All versions of one lane of departments, the newest first. */
    @PreAuthorize(READS)
    @Transactional(readOnly = true)
    public List<Pact> of(long fromDepartment, long toDepartment) {
        Survivors survivors = departments.survivors();
        Set<Long> from = survivors.readAs(fromDepartment);
        Set<Long> to = survivors.readAs(toDepartment);
        return table.all().stream()
                .filter(pact -> from.contains(pact.fromDepartment()) && to.contains(pact.toDepartment()))
                .toList();
    }

    /** What is asked of a handoff of that lane whose wait begins now. */
    @PreAuthorize(READS)
    @Transactional(readOnly = true)
    public Terms termsNow(long fromDepartment, long toDepartment) {
        return terms.now().of(fromDepartment, toDepartment, clock.instant());
    }

    /** Whether the asker may propose and sign for one of the two. */
    @PreAuthorize(READS)
    public boolean mayPropose(long fromDepartment, long toDepartment) {
        CurrentUser user = users.get();
        return user.has(Role.LEAD)
                && user.homeDepartment()
                        .filter(home -> home == fromDepartment || home == toDepartment)
                        .isPresent();
    }

    /**
     * Proposes a pact, signed by the asker for the own department; one that was still open is overtaken by it.
     *
     * @throws PactRefused naming what is wrong
     */
    @Transactional
    public Pact propose(NewPact proposed) {
        proposed.check();
        long own = ownEnd(proposed.fromDepartment(), proposed.toDepartment());
        Instant now = now();
        if (proposed.since().isBefore(Days.dayOf(now, zone).atStartOfDay(zone).toInstant())) {
            throw new PactRefused(Reason.SINCE);
        }
        of(proposed.fromDepartment(), proposed.toDepartment()).stream()
                .filter(pact -> pact.state() == State.PROPOSED)
                .forEach(pact -> table.update(with(pact, State.WITHDRAWN, pact.signedFrom(), pact.signedTo())));
        String name = users.get().name();
        var signature = new Signature(name, now);
        Pact pact = insert(pact(
                proposed,
                State.PROPOSED,
                name,
                now,
                own == proposed.fromDepartment() ? signature : null,
                own == proposed.fromDepartment() ? null : signature));
        audit.record("pact.proposed", subject(pact), null);
        return pact;
    }

    /** Signs for the asker's department; with both signatures it is agreed. */
    @Transactional
    public Pact sign(long id) {
        Pact pact = open(id);
        boolean forFrom = ownEnd(pact.fromDepartment(), pact.toDepartment()) == pact.fromDepartment();
        if ((forFrom ? pact.signedFrom() : pact.signedTo()) != null) {
            throw new PactRefused(Reason.ALREADY_SIGNED);
        }
        var signature = new Signature(users.get().name(), now());
        Pact signed = with(
                pact, State.SIGNED, forFrom ? signature : pact.signedFrom(), forFrom ? pact.signedTo() : signature);
        table.update(signed);
        terms.moveOn();
        work.judgeAgain(signed);
        audit.record("pact.signed", subject(signed), null);
        return signed;
    }

    /** Takes a proposal back, or turns it down. */
    @Transactional
    public void withdraw(long id) {
        Pact pact = open(id);
        ownEnd(pact.fromDepartment(), pact.toDepartment());
        table.update(with(pact, State.WITHDRAWN, pact.signedFrom(), pact.signedTo()));
        audit.record("pact.withdrawn", subject(pact), null);
    }

    /**
     * Stores what two leads have agreed elsewhere, as a company's set-up script states it.
     *
     * @param signedBy who signed for the one that passes, and for the one that receives
     * @return whether anything changed: sent again it does not
     */
    @PreAuthorize("hasAuthority('SCOPE_setup:write') or " + SystemWork.ALLOWED)
    @Transactional
    public boolean define(NewPact agreed, List<String> signedBy) {
        agreed.check();
        Set<Long> known = departments.all().stream().map(Department::id).collect(Collectors.toSet());
        if (!known.contains(agreed.fromDepartment()) || !known.contains(agreed.toDepartment())) {
            throw new PactRefused(Reason.UNKNOWN_DEPARTMENT);
        }
        boolean fits = signedBy.size() == 2
                && signedBy.stream()
                        .allMatch(name -> !name.isBlank() && name.strip().length() <= 120);
        if (!fits) {
            throw new PactRefused(Reason.SIGNED_BY);
        }
        Optional<Pact> standing = of(agreed.fromDepartment(), agreed.toDepartment()).stream()
                .filter(pact -> pact.state() == State.SIGNED)
                .findFirst();
        List<String> names = signedBy.stream().map(String::strip).toList();
        if (standing.filter(pact -> agreed.asks(pact) && names.equals(names(pact)))
                .isPresent()) {
            return false;
        }
        Instant now = now();
        Pact pact = insert(pact(
                agreed,
                State.SIGNED,
                SystemWork.isRunning() ? names.getFirst() : users.get().name(),
                now,
                new Signature(names.get(0), now),
                new Signature(names.get(1), now)));
        terms.moveOn();
        work.judgeAgain(pact);
        audit.record("pact.defined", subject(pact), null);
        return true;
    }

    private static List<String> names(Pact pact) {
        return List.of(
                Objects.requireNonNull(pact.signedFrom()).name(),
                Objects.requireNonNull(pact.signedTo()).name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Pact insert(Pact pact) {
        try {
            return table.insert(pact);
        } catch (DuplicateKeyException atTheSameMoment) {
            // somebody else has added a version: the asker has not seen it
            throw new PactRefused(Reason.NOT_OPEN);
        }
    }

    private Pact open(long id) {
        return table.lock(id)
                .filter(pact -> pact.state() == State.PROPOSED)
                .orElseThrow(() -> new PactRefused(Reason.NOT_OPEN));
    }

    /** The asker's own department, if it is one of the two. */
    private long ownEnd(long from, long to) {
        return users.get()
                .homeDepartment()
                .filter(home -> home == from || home == to)
                .orElseThrow(() -> new PactRefused(Reason.NOT_YOUR_LANE));
    }

    private static String subject(Pact pact) {
        return pact.fromDepartment() + " > " + pact.toDepartment() + ", " + pact.version();
    }

    private static Pact pact(
            NewPact asked, State state, String by, Instant now, @Nullable Signature from, @Nullable Signature to) {
        return new Pact(
                0,
                asked.fromDepartment(),
                asked.toDepartment(),
                0,
                asked.pickUp(),
                asked.requiredFacts(),
                asked.maxReturns(),
                asked.since(),
                state,
                by,
                now,
                from,
                to);
    }

    private static Pact with(Pact pact, State state, @Nullable Signature from, @Nullable Signature to) {
        return new Pact(
                pact.id(),
                pact.fromDepartment(),
                pact.toDepartment(),
                pact.version(),
                pact.pickUp(),
                pact.requiredFacts(),
                pact.maxReturns(),
                pact.since(),
                state,
                pact.proposedBy(),
                pact.proposedAt(),
                from,
                to);
    }
}
