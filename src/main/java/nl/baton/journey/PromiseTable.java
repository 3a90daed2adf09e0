package nl.baton.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.baton.base.UtcTime;
import nl.baton.journey.PromiseStory.PromiseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The promises as the touchpoints that name them make them out. Who stores such a touchpoint holds the promise's row
 * until it commits, so that a promise and its settlement may come in at the same moment, in either order.
 */
@Repository
class PromiseTable {

    private static final Comparator<PromiseKey> ALWAYS_THE_SAME =
            Comparator.comparing(PromiseKey::source).thenComparing(PromiseKey::code);

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final TouchpointTable touchpoints;

    PromiseTable(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, TouchpointTable touchpoints) {
        this.jdbc = jdbc;
        this.named = named;
        this.touchpoints = touchpoints;
    }

    /**
     * Takes over what touchpoints say now, in place of what the same ones said before.
     *
     * @return the cases in which the promises that they speak of were made
     */
    Set<Long> follow(Collection<Touchpoint> former, Collection<Touchpoint> now) {
        Set<PromiseKey> keys = new TreeSet<>(ALWAYS_THE_SAME);
        Stream.concat(former.stream(), now.stream())
                .flatMap(PromiseTable::mentioned)
                .forEach(keys::add);
        if (keys.isEmpty()) {
            return Set.of();
        }
        lock(keys);
        jdbc.batchUpdate(
                "DELETE FROM promise_mention WHERE touchpoint_id = ?",
                Stream.concat(former.stream(), now.stream())
                        .filter(Touchpoint::speaksOfPromises)
                        .map(Touchpoint::id)
                        .distinct()
                        .map(id -> new Object[] {id})
                        .toList());
        jdbc.batchUpdate(
                "INSERT INTO promise_mention (touchpoint_id, source, code) VALUES (?, ?, ?)",
                now.stream()
                        .flatMap(touchpoint -> mentioned(touchpoint).distinct().map(key ->
                                new Object[] {touchpoint.id(), key.source(), key.code()}))
                        .toList());
        return store(keys);
    }

    /** Those of the touchpoints that were stored before promises were noted. */
    List<Touchpoint> unnoted(List<Touchpoint> all) {
        List<Touchpoint> speaking =
                all.stream().filter(Touchpoint::speaksOfPromises).toList();
        if (speaking.isEmpty()) {
            return List.of();
        }
        Set<Long> noted = new HashSet<>(named.queryForList(
                "SELECT DISTINCT touchpoint_id FROM promise_mention WHERE touchpoint_id IN (:ids)",
                Map.of("ids", speaking.stream().map(Touchpoint::id).toList()),
                Long.class));
        return speaking.stream()
                .filter(touchpoint -> !noted.contains(touchpoint.id()))
                .toList();
    }

    private static Stream<PromiseKey> mentioned(Touchpoint touchpoint) {
        return Stream.concat(
                touchpoint.details().promises().stream().map(promised -> PromiseKey.of(touchpoint, promised)),
                touchpoint.details().settles().stream().map(settlement -> PromiseKey.of(touchpoint, settlement)));
    }

    private void lock(Set<PromiseKey> keys) {
        jdbc.batchUpdate(
                """
                INSERT INTO promise (code, source) VALUES (?, ?) ON DUPLICATE KEY UPDATE code = VALUES(code)""",
                keys.stream()
                        .map(key -> new Object[] {key.code(), key.source()})
                        .toList());
    }

    /** In their order, so that two who compute at once wait for one another at most. */
    void hold(List<PromiseHolder> holders) {
        jdbc.batchUpdate(
                """
                INSERT INTO promise_holder (journey_id, department_id, waiting_department_id) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE department_id = VALUES(department_id),
                    waiting_department_id = VALUES(waiting_department_id)""",
                holders.stream()
                        .sorted(Comparator.comparingLong(PromiseHolder::journey))
                        .map(holder -> new @Nullable Object[] {holder.journey(), holder.department(), holder.waiting()})
                        .toList());
    }

    private Set<Long> store(Set<PromiseKey> keys) {
        Map<PromiseKey, Set<Long>> idsByKey = new HashMap<>();
        Map<String, List<String>> bySource = keys.stream()
                .collect(Collectors.groupingBy(
                        PromiseKey::source, Collectors.mapping(PromiseKey::code, Collectors.toList())));
        bySource.forEach((source, codes) -> named.query("""
                SELECT touchpoint_id, code FROM promise_mention WHERE code IN (:codes) AND source = :source""", Map.of("codes", codes, "source", source), row -> {
            idsByKey.computeIfAbsent(new PromiseKey(source, row.getString(2)), key -> new HashSet<>())
                    .add(row.getLong(1));
        }));
        Map<Long, Touchpoint> byId = new HashMap<>();
        Set<Long> ids = idsByKey.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        touchpoints.byIds(ids).forEach(touchpoint -> byId.put(touchpoint.id(), touchpoint));
        var rows = new ArrayList<@Nullable Object[]>();
        Set<Long> cases = new HashSet<>();
        for (PromiseKey key : keys) {
            List<Touchpoint> mentioning = idsByKey.getOrDefault(key, Set.of()).stream()
                    .filter(byId::containsKey)
                    .map(byId::get)
                    .toList();
            PromiseStory story = PromiseStory.tell(key, mentioning);
            if (story.in() != null) {
                cases.add(story.in().caseId());
            }
            rows.add(row(story));
        }
        jdbc.batchUpdate("""
                UPDATE promise SET touchpoint_id = ?, case_id = ?, department_id = ?, promise_text = ?, from_at = ?,
                    due_at = ?, chosen_by_customer = ?, made_at = ?, state_by_due = ?, last_state = ?,
                    last_state_at = ?
                WHERE code = ? AND source = ?""", rows);
        return cases;
    }

    private static @Nullable Object[] row(PromiseStory story) {
        Touchpoint in = story.in();
        Promised promised = story.promised();
        return new @Nullable Object[] {
            in == null ? null : in.id(),
            in == null ? null : in.caseId(),
            in == null ? null : in.departmentId(),
            promised == null ? null : promised.text(),
            promised == null ? null : UtcTime.ofNullable(promised.from()),
            promised == null ? null : UtcTime.of(promised.due()),
            promised == null ? null : promised.chosenByCustomer(),
            in == null ? null : UtcTime.of(in.at()),
            story.byDue() == null ? null : story.byDue().name(),
            story.last() == null ? null : story.last().name(),
            UtcTime.ofNullable(story.lastAt()),
            story.key().code(),
            story.key().source()
        };
    }
}
