package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.baton.base.UtcTime;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what handoffs are judged where no pact says otherwise, and which rules are in use. A change has all of history
 * judged again beside the figures that are shown, which then change over.
 */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class JudgingSettings {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_RETURNS = 1_000;

    private final JdbcClient jdbc;
    private final RuleBook rules;
    private final AgreedTerms terms;
    private final PactTable pacts;
    private final Departments departments;
    private final Rebuild rebuild;
    private final CurrentUserProvider users;
    private final Audit audit;
    private final Clock clock;

    JudgingSettings(
            JdbcClient jdbc,
            RuleBook rules,
            AgreedTerms terms,
            PactTable pacts,
            Departments departments,
            Rebuild rebuild,
            CurrentUserProvider users,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.terms = terms;
        this.pacts = pacts;
        this.departments = departments;
        this.rebuild = rebuild;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is set.
     *
     * @param pickUp in the receiver's opening hours
     * @param rulesOff codes of rules that are not in use
     * @param version moves with every change, so that two who change at once see it
     * @param changedBy null as long as Baton's own values stand
     */
    public record Settings(
            Duration pickUp,
            int maxReturns,
            Set<String> rulesOff,
            long version,
            @Nullable String changedBy,
            Instant changedAt) {

        public Settings {
            rulesOff = Set.copyOf(rulesOff);
        }

        /** The same with other values. */
        public Settings with(Duration otherPickUp, int otherMaxReturns, Set<String> otherRulesOff) {
            return new Settings(otherPickUp, otherMaxReturns, otherRulesOff, version, changedBy, changedAt);
        }

        /** Whether handoffs are judged the same by both. */
        public boolean sameAs(Settings other) {
            return pickUp.equals(other.pickUp) && maxReturns == other.maxReturns && rulesOff.equals(other.rulesOff);
        }
    }

    /** What is wrong with settings; its words stand under {@code judging.refused.} and its name in small letters. */
    public enum Wrong {
        PICKUP,
        RETURNS,
        RULES,
        /** Somebody else has changed them, or a pact, meanwhile. */
        CHANGED
    }

    /** Settings cannot be taken over. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Wrong wrong;

        Refused(Wrong wrong) {
            super(wrong.name());
            this.wrong = wrong;
        }

        public Wrong wrong() {
            return wrong;
        }
    }

    /** The codes of all rules that can be switched on and off, in order. */
    public List<String> rules() {
        return rules.all().stream().map(BreakdownRule::code).toList();
    }

    /** A lane with an agreement of its own, which these settings do not touch, save for the rules that are in use. */
    public record AgreedLane(String from, String to) {}

    /** The lanes of which the departments have agreed something, by name. */
    @Transactional(readOnly = true)
    public List<AgreedLane> agreedLanes() {
        Map<Long, String> names =
                departments.all().stream().collect(Collectors.toMap(Department::id, Department::name));
        Survivors survivors = departments.survivors();
        return pacts.signed().stream()
                .map(pact -> new AgreedLane(
                        names.getOrDefault(survivors.department(pact.fromDepartment()), ""),
                        names.getOrDefault(survivors.department(pact.toDepartment()), "")))
                .distinct()
                .sorted(Comparator.comparing(AgreedLane::from).thenComparing(AgreedLane::to))
                .toList();
    }

    @Transactional(readOnly = true)
    public Settings now() {
        AgreedTerms.Agreements agreements = terms.now();
        Terms usual = agreements.usual();
        return jdbc.sql("SELECT version, rules_off, changed_by, changed_at FROM judging_settings WHERE id = 1")
                .query((row, n) -> new Settings(
                        usual.pickUp(),
                        usual.maxReturns(),
                        agreements.rulesOff(),
                        row.getLong(1),
                        row.getString(3),
                        UtcTime.instant(row.getObject(4, LocalDateTime.class))))
                .single();
    }

    /**
     * Sets them, and has history judged again.
     *
     * @throws Refused naming what is wrong
     */
    @Transactional
    public void change(Settings to) {
        check(to);
        int changed = jdbc.sql("""
                        UPDATE judging_settings SET version = version + 1, pick_up_ms = ?, max_returns = ?, rules_off = ?,
                            changed_by = ?, changed_at = ? WHERE id = 1 AND version = ?""")
                .params(
                        to.pickUp.toMillis(),
                        to.maxReturns,
                        String.join(",", new TreeSet<>(to.rulesOff)),
                        users.get().name(),
                        UtcTime.of(clock.instant()),
                        to.version)
                .update();
        if (changed == 0) {
            throw new Refused(Wrong.CHANGED);
        }
        audit.record(
                "judging.changed",
                "pickup %s, returns %d".formatted(to.pickUp, to.maxReturns),
                to.rulesOff.isEmpty() ? null : "off: " + String.join(" ", new TreeSet<>(to.rulesOff)));
        SystemWork.run(rebuild::requestFromTheStart);
    }

    void check(Settings settings) {
        if (!settings.pickUp.isPositive() || settings.pickUp.compareTo(LONGEST) > 0) {
            throw new Refused(Wrong.PICKUP);
        }
        if (settings.maxReturns < 0 || settings.maxReturns > MOST_RETURNS) {
            throw new Refused(Wrong.RETURNS);
        }
        if (!settings.rulesOff.stream().allMatch(rules::has)) {
            throw new Refused(Wrong.RULES);
        }
    }
}
