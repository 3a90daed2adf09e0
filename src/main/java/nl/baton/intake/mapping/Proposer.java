package nl.baton.intake.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.baton.intake.mapping.MappingProposal.Suggestion;
import nl.baton.intake.read.Reason;
import nl.baton.intake.read.Row;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a mapping. A column is chosen by its name, and only if its values can be what the name says: a department
 * changes while a journey goes on, a time can be read, an outcome is a word that Baton knows.
 */
final class Proposer {

    /** Stands on every trace of a log that Baton wrote. */
    private static final String OWN_LOG = "case:baton:type";

    private final List<Row> rows;
    private final List<ColumnProfile> columns = new ArrayList<>();
    private final Map<Field, Suggestion> chosen = new EnumMap<>(Field.class);
    private final Set<String> used = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();
    private final List<Reason> notes = new ArrayList<>();

    Proposer(List<String> names, List<Row> rows) {
        this.rows = rows;
        for (int i = 0; i < names.size(); i++) {
            columns.add(new ColumnProfile(names.get(i), i, rows));
        }
    }

    MappingProposal propose(String fileName, ImportKind kind) {
        if (kind == ImportKind.TOUCHPOINT) {
            touchpoints();
        } else {
            kind.fields().forEach(this::itemField);
        }
        if (!missing.isEmpty()) {
            notes.add(Reason.of("intake.note.missing", String.join(" ", missing)));
        }
        return new MappingProposal(journeyType(fileName), chosen, List.copyOf(missing), notes);
    }

    private void itemField(Field field) {
        ColumnProfile column = choose(field, c -> c.holds(field.content()));
        if (column != null && field.content().isTime() && column.times().ambiguous()) {
            notes.add(Reason.of("intake.note.day-first", column.name()));
        }
    }

    private void touchpoints() {
        ColumnProfile journey = choose(Field.JOURNEY, c -> c.mostlyFilled() && !c.holdsTimes());
        if (journey == null) {
            notes.add(Reason.of("intake.note.no-journey"));
        }
        times(journey);
        units(journey);
        choose(Field.ACTIVITY, c -> c.distinct() > 1);
        choose(Field.CUSTOMER, c -> c.distinct() > 1 || c.rows() < 20);
        choose(Field.CHANNEL, c -> c.distinct() <= 30);
        word(Field.DIRECTION, Words.DIRECTION);
        word(Field.OUTCOME, Words.OUTCOME);
        word(Field.HANDLED_BY, Words.HANDLED_BY);
        word(Field.ANSWERED, Words.ANSWERED);
        word(Field.PURPOSE, Words.PURPOSE);
        word(Field.VISIBILITY, Words.VISIBILITY);
        word(Field.BY, Words.BY);
        choose(Field.TOPIC, c -> true);
        choose(Field.EXTERNAL_ID, ColumnProfile::unique);
        if (choose(Field.HANDED_TO, c -> true) != null) {
            choose(Field.HANDED_TO_TEAM, c -> true);
        }
        choose(Field.TEXT, c -> true);
        choose(Field.LANGUAGE, c -> true);
        ofOwnLog();
    }

    /** Baton's own log names all that may come in its first event: there a column counts before it says anything. */
    private void ofOwnLog() {
        if (columns.stream().noneMatch(column -> column.name().equals(OWN_LOG))) {
            return;
        }
        for (Field field : ImportKind.TOUCHPOINT.fields()) {
            if (!chosen.containsKey(field)) {
                columns.stream()
                        .filter(column -> !used.contains(column.name()) && column.silent())
                        .filter(column -> ColumnNames.isOwn(field, column.name()))
                        .findFirst()
                        .ifPresent(column -> take(field, column, Reason.of("intake.why.own-log")));
            }
        }
    }

    private void times(@Nullable ColumnProfile journey) {
        Predicate<ColumnProfile> varies = c -> journey == null || c.variesWithin(journey, rows);
        ColumnProfile at = choose(Field.AT, c -> c.holdsTimes() && varies.test(c));
        if (at == null) {
            at = choose(Field.AT, ColumnProfile::holdsTimes);
        }
        if (at == null) {
            at = columns.stream()
                    .filter(c -> c.holdsTimes() && varies.test(c))
                    .findFirst()
                    .orElse(null);
            if (at != null) {
                take(Field.AT, at, Reason.of("intake.why.times"));
            }
        }
        if (at == null) {
            notes.add(Reason.of("intake.note.no-time"));
        } else if (at.times().ambiguous()) {
            notes.add(Reason.of("intake.note.day-first", at.name()));
        }
        choose(Field.ENDED_AT, c -> c.holdsTimes() && varies.test(c));
    }

    private void units(@Nullable ColumnProfile journey) {
        Predicate<ColumnProfile> varies = c -> c.distinct() > 1 && (journey == null || c.variesWithin(journey, rows));
        ColumnProfile department = choose(Field.DEPARTMENT, varies);
        choose(Field.TEAM, varies);
        ColumnProfile agent = choose(Field.AGENT, c -> true);
        if (department == null && agent != null) {
            take(Field.DEPARTMENT, agent, Reason.of("intake.why.instead"));
        } else if (department == null) {
            notes.add(Reason.of("intake.note.no-department"));
        }
    }

    private void word(Field field, Words<?> words) {
        choose(field, c -> c.speaks(words));
    }

    private @Nullable ColumnProfile choose(Field field, Predicate<ColumnProfile> fit) {
        Optional<ColumnProfile> best = columns.stream()
                .filter(c -> !used.contains(c.name()) && ColumnNames.rank(field, c.name()) != ColumnNames.NO_MATCH)
                .filter(c -> c.fits(field) && fit.test(c))
                .min(Comparator.comparingInt(c -> ColumnNames.rank(field, c.name())));
        best.ifPresent(column -> {
            Reason reason = !field.content().isTime()
                    ? Reason.of("intake.why.name-and-values", column.distinct())
                    : Reason.of(
                            field.content() == Content.DAY ? "intake.why.name-and-days" : "intake.why.name-and-times");
            take(field, column, reason);
        });
        return best.orElse(null);
    }

    private void take(Field field, ColumnProfile column, Reason reason) {
        chosen.put(field, new Suggestion(column.name(), reason));
        used.add(column.name());
        missing.addAll(column.nothings());
    }

    /** The file's name without its endings, as a code: a person would begin with it too. */
    private static String journeyType(String fileName) {
        String stem = fileName.replaceAll("(?i)(\\.(csv|txt|tsv|xes|xml|gz|zip))+$", "");
        String code = stem.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return code.isEmpty() ? "import" : code.substring(0, Math.min(code.length(), 60));
    }
}
