package nl.baton.handoff.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.handoff.Findings;
import nl.baton.handoff.FoundFinding;
import nl.baton.handoff.Grain;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.JourneyStory.JudgedHandoff;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.springframework.stereotype.Component;

/** Reads and stores what leads say of findings, for the screens that show them. */
@Component
class VerdictReading {

    private final Findings findings;
    private final HandoffWords words;
    private final CurrentUserProvider users;
    private final ZoneId zone;

    VerdictReading(Findings findings, HandoffWords words, CurrentUserProvider users, BatonProperties properties) {
        this.users = users;
        this.findings = findings;
        this.words = words;
        this.zone = properties.zone();
    }

    /** A handoff by the touchpoint that picked up. */
    record Place(Grain grain, long journey, long pickup) {

        static Place of(JourneyStory story, JudgedHandoff judged) {
            return new Place(
                    Grain.DEPARTMENT,
                    story.journey().id(),
                    judged.handoff().pickup().id());
        }
    }

    /** All that was found there; empty where nothing was, and for who may not see the evidence. */
    Optional<VerdictList> list(Place place) {
        boolean sees = users.get().roles().stream()
                .anyMatch(role -> role == Role.AGENT || role == Role.EXECUTIVE || role == Role.LEAD);
        return sees && !at(place).isEmpty() ? Optional.of(new VerdictList(place, this)) : Optional.empty();
    }

    List<FoundFinding> at(Place place) {
        return findings.at(place.grain(), place.journey(), place.pickup());
    }

    boolean mayJudge(FoundFinding found) {
        return findings.mayJudge(found.from().departmentId(), found.to().departmentId());
    }

    Findings findings() {
        return findings;
    }

    HandoffWords words() {
        return words;
    }

    ZoneId zone() {
        return zone;
    }
}
