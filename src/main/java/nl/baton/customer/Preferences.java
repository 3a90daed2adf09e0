package nl.baton.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.baton.base.BatonProperties;
import nl.baton.customer.ContactHabits.Contact;
import nl.baton.customer.Preference.Kind;
import nl.baton.customer.Preference.Origin;
import nl.baton.customer.Wishes.Agreed;
import nl.baton.customer.Wishes.Held;
import nl.baton.customer.Wishes.Moment;
import nl.baton.department.OpeningHours;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a customer wishes to be treated: what was stated, else what can be concluded from the last twelve months. */
@Service
@PreAuthorize(CustomerProfiles.OPENS)
public class Preferences {

    private static final int MONTHS = 12;

    /** The latest contacts are enough to conclude from. */
    private static final int MOST = 1_000;

    private final PreferenceTable table;
    private final ContactHabits habits;
    private final CustomerProfiles profiles;
    private final CustomerProperties rules;
    private final BatonProperties properties;
    private final Clock clock;

    Preferences(
            PreferenceTable table,
            ContactHabits habits,
            CustomerProfiles profiles,
            CustomerProperties rules,
            BatonProperties properties,
            Clock clock) {
        this.table = table;
        this.habits = habits;
        this.profiles = profiles;
        this.rules = rules;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is in force now; empty when the asker may not see the customer. */
    @Transactional(readOnly = true)
    public Optional<Wishes> of(long customer) {
        if (!profiles.maySee(customer)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        PreferenceTable.Known known = table.read(customer, now);
        var contacts = new Observed(customer, now);
        Held hours = first(known.inForce(), Kind.HOURS, contacts::hours);
        OpeningHours open = hours == null ? null : readable(hours.value());
        boolean good = open == null || open.between(now, now.plusSeconds(1)).isPositive();
        return Optional.of(new Wishes(
                first(known.inForce(), Kind.CHANNEL, contacts::channel),
                hours,
                first(known.inForce(), Kind.LANGUAGE, Optional::empty),
                known.inForce().getOrDefault(Kind.TOPIC, List.of()),
                open,
                open == null ? Moment.UNKNOWN : good ? Moment.GOOD : Moment.BAD,
                good || open == null
                        ? null
                        : open.after(now, Duration.ofSeconds(1)).minusSeconds(1),
                known.consents().stream().anyMatch(this::refusesCalls)));
    }

    /** The latest word on each purpose; none when the asker may not see the customer. */
    @Transactional(readOnly = true)
    public List<Agreed> consents(long customer) {
        return profiles.maySee(customer) ? table.read(customer, clock.instant()).consents() : List.of();
    }

    private boolean refusesCalls(Agreed agreed) {
        return !agreed.consent().granted()
                && !agreed.expired()
                && isCalling(agreed.consent().purpose(), rules.calling());
    }

    /** Whether one of the words stands in the purpose by itself: {@code marketing-phone}, but not {@code recall}. */
    static boolean isCalling(String purpose, List<String> words) {
        return Arrays.stream(purpose.split("[^\\p{L}]+"))
                .anyMatch(part -> words.stream().anyMatch(part::equalsIgnoreCase));
    }

    /** Stated; else what a source observed or what Baton concludes itself, which is the newer. */
    private static @Nullable Held first(Map<Kind, List<Held>> stated, Kind kind, Supplier<Optional<String>> observed) {
        Held known = stated.getOrDefault(kind, List.of()).stream().findFirst().orElse(null);
        if (known != null && known.origin() == Origin.STATED) {
            return known;
        }
        return observed.get()
                .map(value -> new Held(value, Origin.OBSERVED, null, null))
                .orElse(known);
    }

    private @Nullable OpeningHours readable(String hours) {
        try {
            return OpeningHours.parse(hours, properties.zone());
        } catch (OpeningHours.Unreadable asTheSourceWroteIt) {
            return null;
        }
    }

    /** Read only when something has to be concluded. */
    private final class Observed {
        private final long customer;
        private final Instant now;
        private @Nullable List<Contact> contacts;

        Observed(long customer, Instant now) {
            this.customer = customer;
            this.now = now;
        }

        Optional<String> channel() {
            return ObservedHabits.channel(contacts());
        }

        Optional<String> hours() {
            return ObservedHabits.hours(contacts(), properties.zone());
        }

        private List<Contact> contacts() {
            List<Contact> known = contacts;
            if (known == null) {
                Instant from = now.atZone(properties.zone())
                        .minus(MONTHS, ChronoUnit.MONTHS)
                        .toInstant();
                known = habits.since(customer, from, MOST);
                contacts = known;
            }
            return known;
        }
    }
}
