package nl.baton.profile.ui;

import java.util.List;
import java.util.Optional;
import nl.baton.handoff.JourneyStories;
import nl.baton.handoff.JourneyStory;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Journeys;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses which of a customer's journeys the profile shows: the one asked for, else an open one, broken ones first. */
@Component
class CustomerJourneys {

    /** The most recent ones are looked into to find an open one; more would cost more than it helps. */
    private static final int LOOKED_INTO = 8;

    private final Journeys journeys;
    private final JourneyStories stories;
    private final CurrentUserProvider users;

    CustomerJourneys(Journeys journeys, JourneyStories stories, CurrentUserProvider users) {
        this.journeys = journeys;
        this.stories = stories;
        this.users = users;
    }

    List<JourneySummary> of(long customer) {
        return journeys.ofCustomer(customer);
    }

    /** Empty for who sees journeys in summary only. */
    Optional<JourneyStory> story(List<JourneySummary> all, @Nullable Long wanted) {
        CurrentUser user = users.get();
        if (!user.has(Role.AGENT) && !user.has(Role.LEAD) && !user.has(Role.STEWARD)) {
            return Optional.empty();
        }
        Optional<JourneySummary> asked = all.stream()
                .filter(journey -> wanted != null && journey.id() == wanted)
                .findFirst();
        if (asked.isPresent()) {
            return stories.story(asked.get().id());
        }
        List<JourneyStory> recent = all.stream()
                .limit(LOOKED_INTO)
                .flatMap(journey -> stories.story(journey.id()).stream())
                .toList();
        return recent.stream()
                .filter(story -> story.open() && story.broken() > 0)
                .findFirst()
                .or(() -> recent.stream().filter(JourneyStory::open).findFirst())
                .or(() -> recent.stream().findFirst());
    }
}
