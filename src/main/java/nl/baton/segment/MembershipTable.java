package nl.baton.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belonged to what, day by day. */
@Component
class MembershipTable {

    static final String SEGMENT = "SEGMENT:";
    static final String TRAIT = "TRAIT:";

    private final JdbcClient jdbc;

    MembershipTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String ofSegment(long id) {
        return SEGMENT + id;
    }

    /** A day's taking, which is whole once this is there; {@code scoring}: the valuation that it went by. */
    record Run(LocalDate day, int scoring) {}

    Optional<Run> run(LocalDate day) {
        return runs("of_day = ?", day).stream().findFirst();
    }

    Optional<Run> lastBefore(LocalDate day) {
        return runs("of_day < ?", day).stream().findFirst();
    }

    private List<Run> runs(String where, LocalDate day) {
        return jdbc.sql("SELECT of_day, scoring FROM membership_run WHERE " + where + " ORDER BY of_day DESC LIMIT 1")
                .param(day)
                .query((row, n) -> new Run(row.getObject(1, LocalDate.class), row.getInt(2)))
                .list();
    }

    /** The last one. */
    Optional<Run> last() {
        return runs("of_day <= ?", LocalDate.of(9999, 12, 31)).stream().findFirst();
    }

    void finish(Run run, Instant now) {
        jdbc.sql("""
                        INSERT INTO membership_run (of_day, scoring, taken_at) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE scoring = VALUES(scoring), taken_at = VALUES(taken_at)""").params(run.day, run.scoring, UtcTime.of(now)).update();
    }

    /** A set as it was stored; {@code version} of its segment's condition. */
    record Stored(LocalDate day, int version, CustomerSet members) {}

    Optional<Stored> read(String code, LocalDate day) {
        return jdbc.sql("SELECT of_day, version, members FROM membership_day WHERE code = ? AND of_day = ?")
                .params(code, day)
                .query((row, n) ->
                        new Stored(row.getObject(1, LocalDate.class), row.getInt(2), CustomerSet.read(row.getBytes(3))))
                .optional();
    }

    /** Of the last day on which it was taken. */
    Optional<Stored> latest(String code) {
        return jdbc.sql(
                        "SELECT of_day, version, members FROM membership_day WHERE code = ? ORDER BY of_day DESC LIMIT 1")
                .param(code)
                .query((row, n) ->
                        new Stored(row.getObject(1, LocalDate.class), row.getInt(2), CustomerSet.read(row.getBytes(3))))
                .optional();
    }

    /** How many belonged; {@code version} of the segment's condition. */
    record Taken(LocalDate day, int version, long customers) {}

    /** The same without saying who. */
    Optional<Taken> taken(String code) {
        return jdbc.sql(
                        "SELECT of_day, version, customers FROM membership_day WHERE code = ? ORDER BY of_day DESC LIMIT 1")
                .param(code)
                .query((row, n) -> new Taken(row.getObject(1, LocalDate.class), row.getInt(2), row.getLong(3)))
                .optional();
    }

    /** Those of one day whose code begins so, by code. */
    Map<String, CustomerSet> all(String prefix, LocalDate day) {
        Map<String, CustomerSet> sets = new TreeMap<>();
        jdbc.sql("SELECT code, members FROM membership_day WHERE of_day = ? AND code LIKE ?")
                .params(day, prefix + "%")
                .query(row -> {
                    sets.put(row.getString(1), CustomerSet.read(row.getBytes(2)));
                });
        return sets;
    }

    /** Of which version each segment was taken that day, by code. */
    Map<String, Integer> versions(LocalDate day) {
        Map<String, Integer> versions = new TreeMap<>();
        jdbc.sql("SELECT code, version FROM membership_day WHERE of_day = ? AND code LIKE 'SEGMENT:%'")
                .param(day)
                .query(row -> {
                    versions.put(row.getString(1), row.getInt(2));
                });
        return versions;
    }

    /** How many belonged, by day; the last so many days on which it was taken, in their order. */
    Map<LocalDate, Long> sizes(String code, int days) {
        Map<LocalDate, Long> sizes = new TreeMap<>();
        jdbc.sql("SELECT of_day, customers FROM membership_day WHERE code = ? ORDER BY of_day DESC LIMIT ?")
                .params(code, days)
                .query(row -> {
                    sizes.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        return sizes;
    }

    /** The last size of each segment, by code. */
    Map<String, Long> sizes(LocalDate day) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        jdbc.sql("SELECT code, customers FROM membership_day WHERE of_day = ? AND code LIKE 'SEGMENT:%'")
                .param(day)
                .query(row -> {
                    sizes.put(row.getString(1), row.getLong(2));
                });
        return sizes;
    }

    /** Days that were taken whole, the last first. */
    List<LocalDate> days() {
        return jdbc.sql("SELECT of_day FROM membership_run ORDER BY of_day DESC")
                .query(LocalDate.class)
                .list();
    }

    void put(String code, LocalDate day, int version, CustomerSet members, Instant now) {
        jdbc.sql("""
                        INSERT INTO membership_day (code, of_day, version, customers, members, taken_at) VALUES (?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE version = VALUES(version), customers = VALUES(customers),
                            members = VALUES(members), taken_at = VALUES(taken_at)""")
                .params(code, day, version, members.size(), members.stored(), UtcTime.of(now))
                .update();
    }

    /** Forgets what is older, and which customers had which trait before the last two days. */
    void forget(LocalDate before, LocalDate traitsBefore) {
        jdbc.sql("DELETE FROM membership_day WHERE of_day < ?").param(before).update();
        jdbc.sql("DELETE FROM membership_run WHERE of_day < ?").param(before).update();
        jdbc.sql("DELETE FROM membership_day WHERE code LIKE 'TRAIT:%' AND of_day < ?")
                .param(traitsBefore)
                .update();
    }
}
