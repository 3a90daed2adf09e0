package nl.baton.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.base.UtcTime;
import nl.baton.customer.Preference.Kind;
import nl.baton.customer.Preference.Origin;
import nl.baton.customer.WishRefused.Reason;
import nl.baton.customer.Wishes.Change;
import nl.baton.customer.Wishes.Held;
import nl.baton.department.OpeningHours;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what customers say of how they wish to be treated. What was before stays in the history. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD')")
public class StatedWishes {

    private static final int WORD = 80;
    private static final int HOURS = 200;
    private static final int MOST_TOPICS = 10;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final JdbcClient jdbc;
    private final PreferenceTable table;
    private final CustomerProfiles profiles;
    private final CurrentUserProvider users;
    private final Audit audit;
    private final Clock clock;

    StatedWishes(
            JdbcClient jdbc,
            PreferenceTable table,
            CustomerProfiles profiles,
            CurrentUserProvider users,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.profiles = profiles;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the current user may change anything of this customer. */
    @PreAuthorize(CustomerProfiles.OPENS)
    @Transactional(readOnly = true)
    public boolean mayChange(long customer) {
        var user = users.get();
        return (user.has(Role.AGENT) || user.has(Role.LEAD)) && profiles.seesContact(customer);
    }

    /**
     * Takes down a wish; an empty one ends what was wished before. Topics are parted by commas or lines.
     *
     * @throws WishRefused naming the field and the reason
     */
    @Transactional
    public void prefer(long customer, Kind kind, String wish) {
        lock(customer);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String value = valid(kind, wish.strip());
        String before = table.read(customer, now).inForce().getOrDefault(kind, List.of()).stream()
                .filter(held -> held.origin() == Origin.STATED)
                .map(Held::value)
                .collect(Collectors.collectingAndThen(Collectors.joining("\n"), text -> text.isEmpty() ? null : text));
        if (!Objects.equals(before, value)) {
            table.state(customer, kind, value, now);
            changed(customer, kind.name(), before, value, now);
        }
    }

    /**
     * Takes down whether the customer agrees to a purpose.
     *
     * @throws WishRefused naming the field and the reason
     */
    @Transactional
    public void agree(long customer, String purpose, boolean granted, @Nullable Instant expiresAt) {
        lock(customer);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String stripped = purpose.strip();
        if (stripped.isEmpty()) {
            throw new WishRefused(Reason.PURPOSE_EMPTY);
        }
        if (stripped.length() > WORD) {
            throw new WishRefused(Reason.PURPOSE_LONG, WORD);
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new WishRefused(Reason.EXPIRES_BEFORE);
        }
        var consent = new Consent(stripped, granted, now, PreferenceTable.OWN, expiresAt);
        Consent before = table.read(customer, now).consents().stream()
                .map(Wishes.Agreed::consent)
                .filter(known -> known.purpose().equals(stripped))
                .findFirst()
                .orElse(null);
        table.agree(customer, consent);
        changed(customer, "consent:" + stripped, before == null ? null : words(before), words(consent), now);
    }

    /** As a code: the screen says it in its own language. */
    private static String words(Consent consent) {
        Instant until = consent.expiresAt();
        return (consent.granted() ? "GRANTED" : "WITHHELD") + (until == null ? "" : " " + until);
    }

    private static @Nullable String valid(Kind kind, String wish) {
        if (wish.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case CHANNEL -> {
                if (wish.length() > WORD) {
                    throw new WishRefused(Reason.CHANNEL_LONG, WORD);
                }
                yield wish;
            }
            case HOURS -> hours(wish);
            case LANGUAGE -> {
                if (!LANGUAGES.contains(wish.toLowerCase(Locale.ROOT))) {
                    throw new WishRefused(Reason.LANGUAGE_UNKNOWN, wish);
                }
                yield wish.toLowerCase(Locale.ROOT);
            }
            case TOPIC -> topics(wish);
        };
    }

    private static String hours(String wish) {
        if (wish.length() > HOURS) {
            throw new WishRefused(Reason.HOURS_LONG, HOURS);
        }
        try {
            OpeningHours.parse(wish, ZoneOffset.UTC);
            return wish;
        } catch (OpeningHours.Unreadable unreadable) {
            throw new WishRefused(
                    switch (unreadable.fault()) {
                        case PART -> Reason.HOURS_PART;
                        case DAY -> Reason.HOURS_DAY;
                        case ORDER -> Reason.HOURS_ORDER;
                    },
                    unreadable.part());
        }
    }

    private static String topics(String wish) {
        List<String> topics = Arrays.stream(wish.split("[,\n]"))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
        if (topics.size() > MOST_TOPICS) {
            throw new WishRefused(Reason.TOPICS_MANY, MOST_TOPICS);
        }
        if (topics.stream().anyMatch(topic -> topic.length() > WORD)) {
            throw new WishRefused(Reason.TOPIC_LONG, WORD);
        }
        return String.join("\n", topics);
    }

    /** What was changed here, the latest first; nothing for who may not see contact details. */
    @PreAuthorize(CustomerProfiles.OPENS)
    @Transactional(readOnly = true)
    public Page<Change> changes(long customer, int offset, int limit) {
        if (!profiles.seesContact(customer)) {
            return Page.empty();
        }
        Long total = jdbc.sql("SELECT COUNT(*) FROM customer_change WHERE customer_id = ?")
                .param(customer)
                .query(Long.class)
                .single();
        return new Page<>(
                total,
                jdbc.sql("""
                                SELECT field, value_before, value_after, changed_by, changed_at FROM customer_change
                                WHERE customer_id = ? ORDER BY id DESC LIMIT ? OFFSET ?""")
                        .params(customer, limit, offset)
                        .query((row, n) -> new Change(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                UtcTime.instant(row.getObject(5, LocalDateTime.class))))
                        .list());
    }

    /** One change at a time, so that the history tells what was before. */
    private void lock(long customer) {
        boolean known = mayChange(customer)
                && jdbc.sql("SELECT id FROM customer WHERE id = ? AND kind <> 'ANONYMOUS' FOR UPDATE")
                        .param(customer)
                        .query(Long.class)
                        .optional()
                        .isPresent();
        if (!known) {
            throw new WishRefused(Reason.CUSTOMER_UNKNOWN);
        }
    }

    private void changed(long customer, String field, @Nullable String before, @Nullable String after, Instant now) {
        jdbc.sql("""
                        INSERT INTO customer_change (customer_id, field, value_before, value_after, changed_by, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .param(customer)
                .param(field)
                .param(before)
                .param(after)
                .param(users.get().username())
                .param(UtcTime.of(now))
                .update();
        audit.record("customer.wish", "customer " + customer, field);
    }
}
