package nl.baton.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.baton.base.BatonProperties;
import nl.baton.customer.WishQuery.Wish;
import nl.baton.department.OpeningHours;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How, and when, a customer wishes to be spoken to, and whether now is a good moment. */
@Service
@PreAuthorize(CustomerProfiles.OPENS)
public class ContactWishes {

    /** Words by which sources name the purpose of being called, in full or by their beginning. */
    private static final Pattern CALLING =
            Pattern.compile("(^|[^a-z])(tel|bel|bellen|(phone|call|tele)[a-z]*)($|[^a-z])");

    private final WishQuery query;
    private final CustomerProfiles profiles;
    private final BatonProperties properties;
    private final Clock clock;

    ContactWishes(WishQuery query, CustomerProfiles profiles, BatonProperties properties, Clock clock) {
        this.query = query;
        this.profiles = profiles;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What is known of it.
     *
     * @param channel as it was stated or observed; null when none is known
     * @param hours null when none are known, or they cannot be read
     * @param goodNow whether it is within those hours, or there are none
     * @param goodFrom when the next of those hours begin; null when it is a good moment now
     * @param doNotCall whether the customer has refused to be called
     */
    public record Wishes(
            @Nullable String channel,
            @Nullable OpeningHours hours,
            boolean goodNow,
            @Nullable Instant goodFrom,
            boolean doNotCall) {

        /** Nothing is known. */
        public static final Wishes NONE = new Wishes(null, null, true, null, false);
    }

    /** Nothing of a customer that the asker may not see. */
    @Transactional(readOnly = true)
    public Wishes of(long customer) {
        if (!profiles.maySee(customer)) {
            return Wishes.NONE;
        }
        Instant now = clock.instant();
        List<Wish> wishes = query.of(customer).stream()
                .filter(wish -> !wish.from().isAfter(now)
                        && (wish.until() == null || wish.until().isAfter(now)))
                .toList();
        OpeningHours hours = inForce(wishes, "HOURS").flatMap(this::readable).orElse(null);
        boolean good = hours == null || hours.between(now, now.plusSeconds(1)).isPositive();
        return new Wishes(
                inForce(wishes, "CHANNEL").orElse(null),
                hours,
                good,
                good || hours == null
                        ? null
                        : hours.after(now, Duration.ofSeconds(1)).minusSeconds(1),
                wishes.stream()
                        .filter(wish -> wish.kind().equals(WishQuery.CONSENT) && isCalling(wish.value()))
                        .findFirst()
                        .filter(wish -> !wish.affirmed())
                        .isPresent());
    }

    /** What was stated goes before what was observed, and of those the latest. */
    private static Optional<String> inForce(List<Wish> wishes, String kind) {
        List<Wish> ofKind =
                wishes.stream().filter(wish -> wish.kind().equals(kind)).toList();
        return ofKind.stream()
                .filter(Wish::affirmed)
                .findFirst()
                .or(() -> ofKind.stream().findFirst())
                .map(Wish::value);
    }

    private Optional<OpeningHours> readable(String text) {
        try {
            OpeningHours hours = OpeningHours.parse(text, properties.zone());
            return hours.isAlways() ? Optional.empty() : Optional.of(hours);
        } catch (OpeningHours.Unreadable asTheSourceWroteIt) {
            return Optional.empty();
        }
    }

    static boolean isCalling(String purpose) {
        return CALLING.matcher(purpose.toLowerCase(Locale.ROOT)).find();
    }
}
