package nl.baton.handoff.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.ui.LiveNews;
import nl.baton.handoff.LaneAgreement;
import nl.baton.handoff.LaneAgreement.Observed;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.Pact;
import nl.baton.handoff.Pacts;
import nl.baton.handoff.Terms;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was agreed for a lane, and makes the panel that shows it to who may see it. */
@Component
class AgreementReading {

    private final Pacts pacts;
    private final LaneAgreement observed;
    private final CurrentUserProvider users;
    private final Background background;
    private final LiveNews news;
    private final Clock clock;
    private final ZoneId zone;

    AgreementReading(
            Pacts pacts,
            LaneAgreement observed,
            CurrentUserProvider users,
            Background background,
            LiveNews news,
            Clock clock,
            BatonProperties properties) {
        this.pacts = pacts;
        this.observed = observed;
        this.users = users;
        this.background = background;
        this.news = news;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * What stands agreed between two departments.
     *
     * @param asked of a handoff whose wait begins now
     * @param inForce null where nothing is
     * @param toCome signed by both, for a later day
     * @param proposal one of the two has still to sign
     * @param versions all there were, the newest first
     * @param own the asker's department, where the asker may propose and sign for it
     */
    record Agreement(
            Terms asked,
            @Nullable Pact inForce,
            List<Pact> toCome,
            @Nullable Pact proposal,
            List<Pact> versions,
            @Nullable Long own) {

        /** What a new proposal begins with: what was agreed last, and what is asked of all where nothing was. */
        Terms former() {
            return toCome.isEmpty() ? asked : toCome.getLast().terms();
        }
    }

    /** The panel of that lane; empty for who may not see agreements. */
    Optional<AgreementPanel> panel(LaneFigures lane, LaneFilter filter, HandoffsState state, boolean leadsToRecords) {
        boolean seen = users.get().roles().stream()
                .anyMatch(role -> role == Role.AGENT || role == Role.EXECUTIVE || role == Role.LEAD);
        return seen
                ? Optional.of(new AgreementPanel(lane, filter, state, leadsToRecords, this, background, news))
                : Optional.empty();
    }

    Agreement agreement(long from, long to) {
        Instant now = clock.instant();
        List<Pact> versions = pacts.of(from, to);
        List<Pact> signed = versions.stream()
                .filter(pact -> pact.state() == Pact.State.SIGNED)
                .sorted(Comparator.comparing(Pact::since).thenComparing(Pact::version))
                .toList();
        List<Pact> past = signed.stream().filter(pact -> pact.inForce(now)).toList();
        return new Agreement(
                pacts.termsNow(from, to),
                past.isEmpty() ? null : past.getLast(),
                signed.stream().filter(pact -> !pact.inForce(now)).toList(),
                versions.stream()
                        .filter(pact -> pact.state() == Pact.State.PROPOSED)
                        .findFirst()
                        .orElse(null),
                versions,
                pacts.mayPropose(from, to) ? users.get().homeDepartment().orElse(null) : null);
    }

    Observed observed(LaneFilter filter, LaneFigures lane) {
        return observed.observed(filter, lane);
    }

    /** Facts that some agreement names already, so that the same thing is called the same everywhere. */
    List<String> knownFacts() {
        return pacts.all().stream()
                .flatMap(pact -> pact.requiredFacts().stream())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    Pacts pacts() {
        return pacts;
    }

    LocalDate today() {
        return Days.dayOf(clock.instant(), zone);
    }

    ZoneId zone() {
        return zone;
    }
}
