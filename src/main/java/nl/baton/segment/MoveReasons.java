package nl.baton.segment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.baton.segment.MembershipTable.Stored;
import nl.baton.segment.MoveTable.Moved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells of each customer that entered or left a segment which of its traits changed, from what to what. */
@Component
class MoveReasons {

    /** Under which it is kept who was known at all on a day. */
    static final String EVERYONE = "KNOWN";

    private static final int CUSTOMERS_AT_ONCE = 1_000;
    private static final int DIGITS = 24;

    private final MembershipTable table;
    private final StandingQuery standings;
    private final JsonMapper json;

    MoveReasons(MembershipTable table, StandingQuery standings, JsonMapper json) {
        this.table = table;
        this.standings = standings;
        this.json = json;
    }

    /**
     * A segment on two days.
     *
     * @param before its members on the former day; {@code scoringBefore}: by which valuation
     * @param members those of {@code day}
     */
    record Difference(
            Segment segment,
            Stored before,
            int scoringBefore,
            LocalDate day,
            Moment moment,
            CustomerSet everyone,
            CustomerSet members) {}

    /** Under what is kept who had a trait. */
    String code(Trait trait) {
        String written = json.writerFor(Condition.class).writeValueAsString(trait);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8));
            return MembershipTable.TRAIT + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Hands on who moved, some at a time. */
    void tell(Difference difference, Function<Trait, CustomerSet> now, Consumer<List<Moved>> told) {
        List<Changed> changed = changed(difference, now);
        tell(difference, difference.members.minus(difference.before.members()), true, changed, told);
        tell(difference, difference.before.members().minus(difference.members), false, changed, told);
    }

    /** A trait on both days; {@code before} is null where it is not known any more. */
    private record Changed(Trait trait, @Nullable CustomerSet before, CustomerSet now) {}

    private List<Changed> changed(Difference difference, Function<Trait, CustomerSet> now) {
        if (difference.before.version() != difference.segment.version()) {
            return List.of();
        }
        return difference
                .segment
                .condition()
                .traits()
                .distinct()
                .map(trait -> new Changed(
                        trait,
                        before(trait, difference.before.day()),
                        CustomerSet.union(trait.single().stream().map(now).toList())))
                .toList();
    }

    private @Nullable CustomerSet before(Trait trait, LocalDate day) {
        List<Optional<Stored>> parts = trait.single().stream()
                .map(single -> table.read(code(single), day))
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? CustomerSet.union(
                        parts.stream().map(part -> part.orElseThrow().members()).toList())
                : null;
    }

    private void tell(
            Difference difference,
            CustomerSet movers,
            boolean entered,
            List<Changed> changed,
            Consumer<List<Moved>> told) {
        CustomerSet knownBefore = table.read(EVERYONE, difference.before.day())
                .map(Stored::members)
                .orElse(difference.everyone);
        List<Long> some = movers.after(0, CUSTOMERS_AT_ONCE);
        while (!some.isEmpty()) {
            Map<Long, Standing> was = standings.of(difference.scoringBefore, some);
            Map<Long, Standing> is = standings.of(difference.moment.scoring(), some);
            List<Moved> moved = new ArrayList<>();
            for (long customer : some) {
                boolean stays = knownBefore.contains(customer) && difference.everyone.contains(customer);
                List<Reason> why = stays
                        ? why(customer, changed, was.get(customer), is.get(customer))
                        : List.of(Reason.of(Reason.Kind.KNOWN));
                moved.add(new Moved(difference.segment.id(), difference.day, customer, entered, why));
            }
            told.accept(moved);
            some = movers.after(some.getLast(), CUSTOMERS_AT_ONCE);
        }
    }

    private static List<Reason> why(
            long customer, List<Changed> changed, @Nullable Standing was, @Nullable Standing is) {
        Map<Trait, Reason> reasons = new LinkedHashMap<>();
        for (Changed one : changed) {
            boolean now = one.now.contains(customer);
            if (one.before != null && one.before.contains(customer) != now) {
                reasons.put(
                        one.trait,
                        new Reason(
                                Reason.Kind.TRAIT,
                                one.trait,
                                now,
                                was == null ? null : was.of(one.trait),
                                is == null ? null : is.of(one.trait)));
            }
        }
        return reasons.isEmpty() ? List.of(Reason.of(Reason.Kind.DESCRIPTION)) : List.copyOf(reasons.values());
    }
}
