package nl.baton.profile.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.OneLook;
import nl.baton.customer.Preferences;
import nl.baton.customer.Wishes;
import nl.baton.handoff.JourneyStories;
import nl.baton.handoff.JourneyStory;
import nl.baton.journey.CaseLinks;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Journeys;
import nl.baton.journey.Promises;
import nl.baton.profile.ui.JourneyPart.Shown;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what stands at the head of the profile, in as few statements for a history of years as for one of a day: of all
 * journeys but the one that is shown, only what lists of journeys hold.
 */
@Component
class ProfileReading {

    /** What was silent for longer is not taken for open where another is. */
    private static final Duration LATELY = Duration.ofDays(30);

    /** A customer's most recent journeys are enough to choose from. */
    private static final int MOST = 100;

    private final Journeys journeys;
    private final JourneyStories stories;
    private final CaseLinks links;
    private final Promises promises;
    private final Preferences wishes;
    private final CurrentUserProvider users;
    private final Clock clock;

    ProfileReading(
            Journeys journeys,
            JourneyStories stories,
            CaseLinks links,
            Promises promises,
            Preferences wishes,
            CurrentUserProvider users,
            Clock clock) {
        this.journeys = journeys;
        this.stories = stories;
        this.links = links;
        this.promises = promises;
        this.wishes = wishes;
        this.users = users;
        this.clock = clock;
    }

    /** What the database says now; touches no component. */
    Shown read(long customer, @Nullable Long wanted) {
        return OneLook.at(() -> readAll(customer, wanted));
    }

    private Shown readAll(long customer, @Nullable Long wanted) {
        List<JourneySummary> all = journeys.ofCustomer(customer);
        Wishes known = wishes.of(customer).orElse(Wishes.NONE);
        CurrentUser user = users.get();
        boolean timeline = user.has(Role.AGENT) || user.has(Role.LEAD) || user.has(Role.STEWARD);
        if (!timeline) {
            return new Shown(customer, all.stream().limit(MOST).toList(), Map.of(), null, List.of(), List.of(), known);
        }
        Map<Long, Integer> broken = new HashMap<>(stories.broken(all));
        all.stream().filter(journey -> journey.closedAt() != null).forEach(closed -> broken.remove(closed.id()));
        JourneyStory story = choose(all, broken, wanted).map(stories::story).orElse(null);
        boolean listsCases =
                story != null && (user.has(Role.STEWARD) || story.journey().cases() > 1);
        return new Shown(
                customer,
                all.stream().limit(MOST).toList(),
                broken,
                story,
                story != null && user.has(Role.STEWARD)
                        ? links.casesOf(story.journey().id())
                        : List.of(),
                all.isEmpty() ? List.of() : promises.ofCustomer(customer),
                known);
    }

    /** The one asked for, else an open one, broken ones first, else the last. */
    private Optional<JourneySummary> choose(
            List<JourneySummary> all, Map<Long, Integer> broken, @Nullable Long wanted) {
        Instant lately = clock.instant().minus(LATELY);
        return all.stream()
                .filter(journey -> wanted != null && journey.id() == wanted)
                .findFirst()
                .or(() -> all.stream()
                        .min(Comparator.comparingInt(
                                journey -> rank(journey, broken.containsKey(journey.id()), lately))));
    }

    /** Of the same rank the last one is shown: they come with the last first. */
    private static int rank(JourneySummary journey, boolean broken, Instant lately) {
        boolean open = journey.closedAt() == null;
        boolean recent = journey.lastAt().isAfter(lately);
        if (open && recent) {
            return broken ? 0 : 1;
        }
        return open && broken ? 2 : 3;
    }
}
