package nl.baton.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import nl.baton.alert.AlertTable.Chosen;
import nl.baton.base.Page;
import nl.baton.department.Departments;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the asker is told of, and how they wish to be. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'EXECUTIVE', 'LEAD')")
public class AlertList {

    private final AlertTable table;
    private final AlertReaderTable readers;
    private final AlertWords words;
    private final AlertWatch watch;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final Clock clock;

    AlertList(
            AlertTable table,
            AlertReaderTable readers,
            AlertWords words,
            AlertWatch watch,
            Departments departments,
            CurrentUserProvider users,
            Clock clock) {
        this.table = table;
        this.readers = readers;
        this.words = words;
        this.watch = watch;
        this.departments = departments;
        this.users = users;
        this.clock = clock;
    }

    /** A department at one end, by name and colour. */
    public record End(long id, String name, int slot) {}

    /**
     * An alert as its reader gets it.
     *
     * @param agreed what was agreed; empty where nothing was
     * @param journey the journey and its case; empty where it is about a lane
     * @param needsSomebody whether it is not read, and not settled by itself
     * @param customer whose journey it is; null where it is about a lane
     */
    public record Told(
            long id,
            AlertKind kind,
            String title,
            String sentence,
            String agreed,
            String journey,
            End from,
            End to,
            Instant raisedAt,
            boolean read,
            boolean settled,
            @Nullable Long customer,
            @Nullable Long journeyId) {

        public boolean needsSomebody() {
            return !read && !settled;
        }
    }

    private Set<Long> own(CurrentUser user) {
        return departments.survivors().readAs(user.homeDepartment().orElse(0L));
    }

    /** How many need the asker: not read, not settled, and of a kind that the asker wants to hear of. */
    @Transactional(readOnly = true)
    public long open() {
        CurrentUser user = users.get();
        return readers.count(user, own(user), true);
    }

    /** The newest first; {@code openOnly} gives those that {@link #open} counts. */
    @Transactional(readOnly = true)
    public Page<Told> page(Locale locale, boolean openOnly, int offset, int limit) {
        CurrentUser user = users.get();
        Set<Long> own = own(user);
        Function<AlertRow, AlertWords.@Nullable Said> said = words.in(locale);
        return new Page<>(
                readers.count(user, own, openOnly),
                readers.page(user, own, openOnly, offset, limit).stream()
                        .map(row -> told(row, said.apply(row), user))
                        .toList());
    }

    private static Told told(AlertRow row, AlertWords.@Nullable Said said, CurrentUser user) {
        AlertWords.Said words = Objects.requireNonNull(said, () -> "No department of alert " + row.id());
        AlertRow.Journey opened = user.has(Role.AGENT) || user.has(Role.LEAD) ? row.journey() : null;
        return new Told(
                row.id(),
                row.alert().kind(),
                words.title(),
                words.sentence(),
                words.agreed(),
                words.journey(),
                new End(words.from().id(), words.from().name(), words.from().slot()),
                new End(words.to().id(), words.to().name(), words.to().slot()),
                row.raisedAt(),
                row.readAt() != null,
                row.settledAt() != null,
                opened == null ? null : Long.valueOf(opened.customer()),
                opened == null ? null : Long.valueOf(opened.id()));
    }

    /** Notes that the asker has read it. */
    @Transactional
    public void read(long alert) {
        readers.read(users.get(), alert, clock.instant());
        watch.nudge();
    }

    /** Notes that the asker has read all. */
    @Transactional
    public void readAll() {
        readers.read(users.get(), null, clock.instant());
        watch.nudge();
    }

    /** Takes back that it was read. */
    @Transactional
    public void unread(long alert) {
        readers.unread(users.get(), alert);
        watch.nudge();
    }

    /** How the asker hears of one kind. */
    public record Choice(AlertKind kind, AlertWay way) {}

    /** Of all kinds that can concern the asker. */
    @Transactional(readOnly = true)
    public List<Choice> choices() {
        CurrentUser user = users.get();
        Map<AlertKind, AlertWay> chosen = new EnumMap<>(AlertKind.class);
        table.choicesOf(user.id()).forEach(choice -> chosen.put(choice.kind(), choice.way()));
        long somewhere = 1;
        return Arrays.stream(AlertKind.values())
                .filter(kind -> kind.concerns(user.roles(), somewhere, somewhere, somewhere))
                .map(kind -> new Choice(kind, chosen.getOrDefault(kind, AlertWay.BOTH)))
                .toList();
    }

    /** Has the asker hear of one kind in another way from now on. */
    @Transactional
    public void choose(AlertKind kind, AlertWay way) {
        table.choose(new Chosen(users.get().id(), kind, way));
        watch.nudge();
    }
}
